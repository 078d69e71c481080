package org.okno.intake.acceptance;

import java.time.Instant;
import java.util.List;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.questionnaire.FilledQuestionnaire;
import org.okno.intake.tracking.TrackingNumber;
import org.okno.intake.vault.DataKey;
import org.okno.intake.vault.PersonalData;
import org.okno.intake.vault.Seal;

/** A submission with its ids, sealed: what will be accepted if its keys are new. */
record Draft(Submission submission, Questionnaire questionnaire) {

  static Draft of(
      Submission submission,
      TerritoryRef territory,
      DataKey applicant,
      DataKey beneficiary,
      Instant now) {
    FilledQuestionnaire form = submission.form();
    var requestId = EventIds.next();
    List<RequestedNeed> needs =
        form.needs().stream()
            .map(asked -> new RequestedNeed(EventIds.next(), asked.need(), asked.situation()))
            .toList();
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
            Seal.seal(requestId, PersonalData.of(form), applicant, beneficiary)));
  }

  AcceptedRequest accepted() {
    return AcceptedRequest.of(
        questionnaire.requestId(),
        questionnaire.trackingNumber(),
        questionnaire.receivedAt(),
        submission.language());
  }

  /** The channel's clock may be ahead of ours: nobody asks after we have heard it. */
  private static Instant requestedAt(FilledQuestionnaire form, Instant now) {
    Instant asked = form.requestedAt();
    return asked == null || asked.isAfter(now) ? now : asked;
  }
}
