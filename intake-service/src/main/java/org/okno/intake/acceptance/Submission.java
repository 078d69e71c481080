package org.okno.intake.acceptance;

import java.util.List;
import java.util.Locale;
import org.okno.contracts.Actor;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.vault.Person;

/**
 * A valid questionnaire to be accepted.
 *
 * @param located where it is
 * @param language of the receipt
 * @param actor who posted it
 */
record Submission(
    SubmittedQuestionnaire form, Located located, RequestKeys keys, Locale language, Actor actor) {

  /** Applicant and beneficiary, if that is somebody else. */
  List<Person> persons() {
    var beneficiary = form.beneficiary();
    Person applicant = new Person(form.applicant().name(), form.applicant().phone());
    return beneficiary == null
        ? List.of(applicant)
        : List.of(applicant, new Person(beneficiary.name(), beneficiary.phone()));
  }
}
