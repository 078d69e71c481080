package org.okno.intake.acceptance;

import java.util.List;
import org.okno.intake.questionnaire.FilledQuestionnaire;
import org.okno.intake.vault.Person;

/**
 * A questionnaire to be accepted, with what it is known again by, and the language to answer in.
 */
public record Submission(FilledQuestionnaire form, RequestKeys keys, Language language) {

  /** Applicant and beneficiary; the same twice where somebody asks for themselves. */
  List<Person> persons() {
    var applicant = form.applicant();
    var beneficiary = form.beneficiary();
    Person asks = new Person(applicant.name(), applicant.phone());
    return beneficiary == null
        ? List.of(asks)
        : List.of(asks, new Person(beneficiary.name(), beneficiary.phone()));
  }
}
