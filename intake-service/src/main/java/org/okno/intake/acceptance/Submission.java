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
 * @param needs that it names, or else those that its text names; at least one
 * @param language of the receipt
 * @param actor who posted it
 */
record Submission(
    SubmittedQuestionnaire form,
    Located located,
    List<AskedNeed> needs,
    RequestKeys keys,
    Locale language,
    Actor actor) {
  Submission {
    needs = List.copyOf(needs);
  }

  /** Applicant and beneficiary, if that is somebody else. */
  List<Person> persons() {
    var beneficiary = form.beneficiary();
    Person applicant = new Person(form.applicant().name(), form.applicant().phone());
    return beneficiary == null
        ? List.of(applicant)
        : List.of(applicant, new Person(beneficiary.name(), beneficiary.phone()));
  }
}
