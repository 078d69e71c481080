package org.okno.intake.correction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.okno.contracts.Actor;
import org.okno.contracts.Correction;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.SealedData;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;
import org.okno.intake.correction.CorrectionRepository.CorrectionRow;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;
import org.okno.intake.requests.QuestionnaireRepository;
import org.okno.intake.requests.RequestRepository;
import org.okno.intake.requests.RequestView;
import org.okno.intake.requests.StoredQuestionnaire;
import org.okno.intake.vault.OpenSealed;
import org.okno.intake.vault.PersonalData;
import org.okno.intake.vault.SealAgain;
import org.okno.messaging.EventIds;
import org.okno.messaging.Journal;

/**
 * A request is corrected: its row, sealed anew with the keys that it has, and the event in one
 * transaction.
 */
@Singleton
class CorrectRequest {
  private final QuestionnaireRepository questionnaires;
  private final RequestRepository requests;
  private final CorrectionRepository corrections;
  private final ReadCorrection readCorrection;
  private final OpenSealed openSealed;
  private final SealAgain sealAgain;
  private final Journal journal;
  private final Clock clock;

  CorrectRequest(
      QuestionnaireRepository questionnaires,
      RequestRepository requests,
      CorrectionRepository corrections,
      ReadCorrection readCorrection,
      OpenSealed openSealed,
      SealAgain sealAgain,
      Journal journal,
      Clock clock) {
    this.questionnaires = questionnaires;
    this.requests = requests;
    this.corrections = corrections;
    this.readCorrection = readCorrection;
    this.openSealed = openSealed;
    this.sealAgain = sealAgain;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Merges a patch into a request. One that changes nothing succeeds, whichever version it is based
   * on.
   *
   * @param permitted a request that is not among these rows is unknown
   * @param actor who corrects it
   * @param requireVersion throws where the caller did not see this version of the request
   * @return the request as it is now; empty where there is none
   * @throws ProblemException 400 with every validation error, 409 where it is settled, withdrawn or
   *     erased
   */
  @Transactional
  Optional<RequestView> correct(
      UUID requestId, Rows permitted, Actor actor, LongConsumer requireVersion, JsonNode patch) {
    return questionnaires
        .lock(requestId, permitted)
        .map(
            stored -> {
              correct(stored, view(requestId, permitted), actor, requireVersion, patch);
              return view(requestId, permitted);
            });
  }

  private RequestView view(UUID requestId, Rows permitted) {
    return requests.find(requestId, permitted).orElseThrow();
  }

  private void correct(
      StoredQuestionnaire stored,
      RequestView view,
      Actor actor,
      LongConsumer requireVersion,
      JsonNode patch) {
    requireOpen(view);
    PersonalData data = opened(stored.questionnaire());
    JsonNode before = PresentForm.of(stored, data);
    SubmittedQuestionnaire form = readCorrection.read(before, MergePatch.apply(before, patch));
    if (isSame(stored, data, form)) {
      return;
    }
    requireVersion.accept(stored.version());
    Questionnaire asked = stored.questionnaire();
    Map<UUID, NeedStatus> statuses = corrections.statuses(asked.requestId());
    CorrectedNeeds needs =
        CorrectedNeeds.of(
            asked.needs(), form.needs(), statuses, isRoutedAgain(asked, form), EventIds::next);
    if (needs.removesSettled(statuses)) {
      throw Problem.invalid("/needs", "a need that is settled cannot be removed").asException();
    }
    store(corrected(asked, form, needs), form, needs, actor);
  }

  private void store(
      Questionnaire now, SubmittedQuestionnaire form, CorrectedNeeds needs, Actor actor) {
    UUID eventId = EventIds.next();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    corrections.store(
        new CorrectionRow(eventId, now.requestId(), at),
        now,
        form.consent(),
        needs.removed().size());
    journal.append(
        eventId,
        new QuestionnaireCorrected(now, new Correction(needs.added(), needs.removed(), at, actor)));
  }

  private Questionnaire corrected(
      Questionnaire asked, SubmittedQuestionnaire form, CorrectedNeeds needs) {
    SealedData sealed =
        sealAgain
            .seal(
                asked.requestId(),
                PersonalData.of(form),
                asked.applicantId(),
                asked.beneficiaryId())
            .orElseThrow(CorrectRequest::erased);
    return new Questionnaire(
        asked.requestId(),
        asked.trackingNumber(),
        asked.channel(),
        asked.requestedAt(),
        asked.receivedAt(),
        asked.territory(),
        asked.applicantId(),
        asked.beneficiaryId(),
        form.targetGroups(),
        form.urgency(),
        needs.needs(),
        sealed,
        asked.territoryCandidates());
  }

  /** Whether a corrected form says what the request says, however that was written. */
  private static boolean isSame(
      StoredQuestionnaire stored, PersonalData data, SubmittedQuestionnaire form) {
    Questionnaire asked = stored.questionnaire();
    return PersonalData.of(form).equals(data)
        && form.consent() == stored.consent()
        && form.urgency().equals(asked.urgency())
        && form.targetGroups().equals(asked.targetGroups())
        && form.needs()
            .equals(
                asked.needs().stream()
                    .map(need -> new Need(need.need(), need.situation()))
                    .toList());
  }

  /** Routing decides by groups, and how much time there is by urgency. */
  private static boolean isRoutedAgain(Questionnaire asked, SubmittedQuestionnaire form) {
    return !asked.urgency().equals(form.urgency())
        || !new HashSet<>(asked.targetGroups()).equals(new HashSet<>(form.targetGroups()));
  }

  private PersonalData opened(Questionnaire questionnaire) {
    OpenSealed.Opened opened = openSealed.open(questionnaire.requestId(), questionnaire.sealed());
    return new PersonalData(
        opened.applicant().orElseThrow(CorrectRequest::erased),
        opened.beneficiary().orElseThrow(CorrectRequest::erased),
        opened.text().orElseThrow(CorrectRequest::erased));
  }

  private static void requireOpen(RequestView view) {
    if (view.withdrawnAt() != null) {
      throw conflict("withdrawn", "The request was withdrawn");
    }
    if (view.allSettled()) {
      throw conflict("settled", "The request is settled already");
    }
  }

  private static ProblemException erased() {
    return conflict("erased", "A person of the request was erased");
  }

  private static ProblemException conflict(String name, String title) {
    return Problem.of(
            409,
            name,
            title,
            "It cannot be corrected any more. Whoever needs help posts a new request.")
        .asException();
  }
}
