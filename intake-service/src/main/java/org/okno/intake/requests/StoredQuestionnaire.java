package org.okno.intake.requests;

import org.okno.contracts.Questionnaire;

/**
 * A request as it is stored, to be changed.
 *
 * @param version of the request: one more than how often it was corrected
 */
public record StoredQuestionnaire(Questionnaire questionnaire, boolean consent, long version) {}
