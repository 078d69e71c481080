package org.okno.intake.questionnaire;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.FilledQuestionnaire.Applicant;
import org.okno.intake.questionnaire.FilledQuestionnaire.Beneficiary;

/** The persons of one questionnaire. */
final class People {
  static final Set<String> APPLICANT = Set.of("name", "phone", "email");
  static final Set<String> BENEFICIARY = Set.of("name", "phone", "birthDate", "address");

  private static final int MAX_NAME = 200;
  private static final int MAX_PHONE = 50;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_ADDRESS = 500;
  // Only the shape: whether a mailbox is there, only a letter to it can tell.
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private final Moments moments;
  private final WrongFields wrong;

  People(Moments moments, WrongFields wrong) {
    this.moments = moments;
    this.wrong = wrong;
  }

  @Nullable Applicant applicant(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    String name = fields.required("name", MAX_NAME);
    String phone = phone(fields);
    String email = fields.optional("email", MAX_EMAIL);
    if (email != null && !EMAIL.matcher(email).matches()) {
      wrong.add(fields.at("email"), "expected an address such as name@example.org");
    }
    return name == null ? null : new Applicant(name, phone, email);
  }

  @Nullable Beneficiary beneficiary(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    String name = fields.required("name", MAX_NAME);
    String phone = phone(fields);
    LocalDate birthDate =
        moments.pastDate(fields.optional("birthDate", 20), fields.at("birthDate"));
    String address = fields.optional("address", MAX_ADDRESS);
    return name == null ? null : new Beneficiary(name, phone, birthDate, address);
  }

  private @Nullable String phone(Fields fields) {
    String written = fields.optional("phone", MAX_PHONE);
    if (written == null) {
      return null;
    }
    String normalised = Phones.normalised(written).orElse(null);
    if (normalised == null) {
      wrong.add(
          fields.at("phone"), "not a phone number; write it with its area code, or from + on");
    }
    return normalised;
  }
}
