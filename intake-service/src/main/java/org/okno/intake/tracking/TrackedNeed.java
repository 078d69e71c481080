package org.okno.intake.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.NeedRef;

/**
 * One need as it stands.
 *
 * @param agency name of the agency that has it; null while it is in triage
 * @param since when it came into this state
 */
record TrackedNeed(
    UUID requestId,
    UUID needId,
    String need,
    NeedState state,
    @Nullable String agency,
    Instant since) {

  /** What an event of a case says of needs. */
  static List<TrackedNeed> of(CaseEvent event) {
    return switch (event) {
      case CaseEvent.CaseOpened opened ->
          opened.needs().stream().map(need -> opened(need, opened.openedAt())).toList();
      case CaseEvent.NeedAssigned assigned ->
          one(assigned.need(), NeedState.ASSIGNED, assigned.agency(), assigned.assignedAt());
      case CaseEvent.NeedAccepted accepted ->
          one(accepted.need(), NeedState.ACCEPTED, accepted.agency(), accepted.acceptedAt());
      case CaseEvent.NeedDeclined declined ->
          one(declined.need(), NeedState.DECLINED, declined.agency(), declined.declinedAt());
      case CaseEvent.NeedResolved resolved ->
          one(resolved.need(), NeedState.RESOLVED, resolved.agency(), resolved.resolvedAt());
      // Says nothing that its needs have not said.
      case CaseEvent.CaseClosed closed -> List.of();
    };
  }

  private static TrackedNeed opened(CaseEvent.OpenedNeed opened, Instant at) {
    AgencyRef agency = opened.agency();
    return agency == null
        ? of(opened.need(), NeedState.IN_TRIAGE, null, at)
        : of(opened.need(), NeedState.ASSIGNED, agency.name(), at);
  }

  private static List<TrackedNeed> one(
      NeedRef need, NeedState state, AgencyRef agency, Instant at) {
    return List.of(of(need, state, agency.name(), at));
  }

  private static TrackedNeed of(
      NeedRef need, NeedState state, @Nullable String agency, Instant since) {
    return new TrackedNeed(need.requestId(), need.needId(), need.need(), state, agency, since);
  }
}
