package org.okno.intake.questionnaire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each phone can be dialled; it is put into the form in which phones are compared. */
record DiallablePhones() implements Check {

  @Override
  public void check(Answers answers, Facts facts, ValidationErrors errors) {
    check(answers.object("applicant"), errors);
    check(answers.object("beneficiary"), errors);
  }

  private static void check(@Nullable Answers person, ValidationErrors errors) {
    String written = person == null ? null : person.text("phone");
    if (person == null || written == null) {
      return;
    }
    Optional<String> normalized = PhoneNumbers.normalized(written);
    if (normalized.isPresent()) {
      person.replace("phone", normalized.get());
    } else {
      errors.add(
          person.at("phone"), "not a phone number; write it with its area code, or from + on");
    }
  }
}
