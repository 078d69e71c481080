package org.okno.routing.triage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Refusal;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.Withdrawal;

/**
 * A held need as its entry stores it.
 *
 * @param need code as it was asked for; once it is assigned, the one that the dispatcher decided on
 * @param reason why no rule assigned it: a code
 * @param refusals the agencies that declined it; null where none did
 * @param heldAt when it came back; null where it was held at first
 * @param agency to which a dispatcher assigned it; null while it waits
 * @param assignedAt null while it waits
 * @param assignedBy who assigned it; null while it waits, and for needs from before December 2026
 * @param suggestion how it was recognized in the text; null where it was named
 * @param withdrawal that the person does not need it any more, so that it waits no longer; null
 *     where they do
 */
record TriageNeed(
    UUID needId,
    String need,
    String reason,
    List<HeldNeed.Candidate> candidates,
    @Nullable Map<String, String> reasonParameters,
    @Nullable List<Refusal> refusals,
    @Nullable Instant heldAt,
    @Nullable AgencyRef agency,
    @Nullable Instant assignedAt,
    @Nullable Actor assignedBy,
    @Nullable NeedSuggestion suggestion,
    @Nullable Withdrawal withdrawal) {
  TriageNeed {
    candidates = List.copyOf(candidates);
  }

  static TriageNeed of(HeldNeed held, Questionnaire questionnaire) {
    return of(held, questionnaire, null, null);
  }

  /** A need that came back from agencies. */
  static TriageNeed of(NeedHeld back) {
    return of(back.held(), back.questionnaire(), back.refusals(), back.decidedAt());
  }

  private static TriageNeed of(
      HeldNeed held,
      Questionnaire questionnaire,
      @Nullable List<Refusal> refusals,
      @Nullable Instant heldAt) {
    return new TriageNeed(
        held.needId(),
        held.need(),
        held.reason(),
        held.candidates(),
        held.reasonParameters(),
        refusals,
        heldAt,
        null,
        null,
        null,
        questionnaire.needs().stream()
            .filter(need -> need.id().equals(held.needId()))
            .map(RequestedNeed::suggestion)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        null);
  }

  /** Whether a dispatcher has yet to decide. */
  boolean waits() {
    return agency == null && withdrawal == null;
  }

  /** Whether nobody knows yet what is needed. */
  boolean unclear() {
    return need.equals(RequestedNeed.UNCLEAR);
  }

  TriageNeed assignedTo(String decidedNeed, AgencyRef to, Instant at, Actor by) {
    return new TriageNeed(
        needId,
        decidedNeed,
        reason,
        candidates,
        reasonParameters,
        refusals,
        heldAt,
        to,
        at,
        by,
        suggestion,
        null);
  }

  TriageNeed withdrawnBy(Withdrawal by) {
    return new TriageNeed(
        needId,
        need,
        reason,
        candidates,
        reasonParameters,
        refusals,
        heldAt,
        agency,
        assignedAt,
        assignedBy,
        suggestion,
        by);
  }

  /** Whether it was assigned before another came back: that is the same need, declined since. */
  boolean isBefore(TriageNeed back) {
    return assignedAt != null && back.heldAt != null && assignedAt.isBefore(back.heldAt);
  }
}
