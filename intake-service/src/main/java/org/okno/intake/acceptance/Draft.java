package org.okno.intake.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.tracking.TrackingNumber;
import org.okno.intake.vault.DataKey;
import org.okno.intake.vault.PersonalData;
import org.okno.intake.vault.Seal;
import org.okno.messaging.EventIds;

/** A submission with its ids, sealed: what is accepted if its keys are new. */
record Draft(Submission submission, Questionnaire questionnaire) {

  static Draft of(
      Submission submission,
      TerritoryRef territory,
      DataKey applicant,
      DataKey beneficiary,
      Instant now) {
    SubmittedQuestionnaire form = submission.form();
    UUID requestId = EventIds.next();
    List<RequestedNeed> needs =
        submission.needs().stream().map(need -> need.withId(EventIds.next())).toList();
    return new Draft(
        submission,
        new Questionnaire(
            requestId,
            TrackingNumber.next(),
            form.channel(),
            requestedAt(form, now),
            now,
            territory,
            applicant.personId(),
            beneficiary.personId(),
            form.targetGroups(),
            form.urgency(),
            needs,
            Seal.seal(requestId, PersonalData.of(form), applicant, beneficiary),
            submission.located().candidates()));
  }

  AcceptedRequest accepted() {
    return AcceptedRequest.of(
        questionnaire.requestId(),
        questionnaire.trackingNumber(),
        questionnaire.receivedAt(),
        submission.language(),
        questionnaire.needs());
  }

  /** The channel's clock may be ahead of ours: a request is never made after it was received. */
  private static Instant requestedAt(SubmittedQuestionnaire form, Instant now) {
    Instant requestedAt = form.requestedAt();
    return requestedAt == null || requestedAt.isAfter(now) ? now : requestedAt;
  }
}
