package org.okno.intake.questionnaire;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Applicant;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Beneficiary;

/** The persons of one questionnaire. */
final class PersonReader {
  static final Set<String> APPLICANT = Set.of("name", "phone", "email");
  static final Set<String> BENEFICIARY = Set.of("name", "phone", "birthDate", "address");

  static final int MAX_NAME = 200;
  static final int MAX_PHONE = 50;
  static final int MAX_EMAIL = 254;
  static final int MAX_ADDRESS = 500;
  // Only the form: whether the mailbox exists, only a message to it can show.
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private final DateTimes dateTimes;
  private final ValidationErrors errors;

  PersonReader(DateTimes dateTimes, ValidationErrors errors) {
    this.dateTimes = dateTimes;
    this.errors = errors;
  }

  @Nullable Applicant applicant(@Nullable JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String name = fields.requiredName("name", MAX_NAME);
    String phone = phone(fields);
    String email = fields.optional("email", MAX_EMAIL);
    if (email != null && !EMAIL.matcher(email).matches()) {
      errors.add(fields.at("email"), "expected an address such as name@example.org");
    }
    return name == null ? null : new Applicant(name, phone, email);
  }

  @Nullable Beneficiary beneficiary(@Nullable JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String name = fields.requiredName("name", MAX_NAME);
    String phone = phone(fields);
    LocalDate birthDate =
        dateTimes.pastDate(fields.optional("birthDate", 20), fields.at("birthDate"));
    String address = fields.optional("address", MAX_ADDRESS);
    return name == null ? null : new Beneficiary(name, phone, birthDate, address);
  }

  private @Nullable String phone(JsonFields fields) {
    String written = fields.optional("phone", MAX_PHONE);
    if (written == null) {
      return null;
    }
    String normalized = PhoneNumbers.normalized(written).orElse(null);
    if (normalized == null) {
      errors.add(
          fields.at("phone"), "not a phone number; write it with its area code, or from + on");
    }
    return normalized;
  }
}
