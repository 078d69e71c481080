package org.okno.cases.needs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedStatus;

/**
 * Where a need stands, with what is known of it there.
 *
 * <p>State follows from events alone, whatever the rules are now: a rule decides whether an event
 * happens ({@link Step}), and this applies it. Outcomes and reasons are codes for the same reason:
 * one that is no longer offered stays readable.
 */
public sealed interface NeedState {

  /** The state's name. */
  NeedStatus status();

  /** A dispatcher has to find the agency. */
  record InTriage() implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.IN_TRIAGE;
    }
  }

  /**
   * An agency has it and has not responded yet.
   *
   * @param reason why this agency
   * @param dueAt when the need should be settled
   */
  record Assigned(AgencyRef agency, AssignmentReason reason, Instant assignedAt, Instant dueAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ASSIGNED;
    }
  }

  /** The agency accepted it. */
  record Accepted(Assigned assigned, Instant acceptedAt) implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ACCEPTED;
    }
  }

  /**
   * The agency is done with it.
   *
   * @param acceptedAt null where it was never accepted
   * @param outcome code of an {@link Outcome}
   */
  record Resolved(
      Assigned assigned, @Nullable Instant acceptedAt, String outcome, Instant resolvedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.RESOLVED;
    }
  }

  /**
   * The agency will not help; a dispatcher may assign the need to another.
   *
   * @param acceptedAt null where it was never accepted
   * @param reason code of a {@link DeclineReason}
   */
  record Declined(
      Assigned assigned, @Nullable Instant acceptedAt, String reason, Instant declinedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.DECLINED;
    }
  }

  /** The state in which a case opens with a need. */
  static NeedState opened(OpenedNeed need, Instant openedAt) {
    return need.agency() == null
        ? new InTriage()
        : new Assigned(
            need.agency(),
            requireNonNull(need.reason(), "reason"),
            openedAt,
            requireNonNull(need.dueAt(), "dueAt"));
  }

  /**
   * The state after an event.
   *
   * @throws IllegalStateException if an agency acted on a need that was never assigned: the event
   *     lacks what the state holds
   */
  default NeedState on(NeedEvent event) {
    return switch (event) {
      case NeedAssigned assigned ->
          new Assigned(
              assigned.agency(),
              requireNonNull(assigned.reason(), "reason"),
              assigned.assignedAt(),
              assigned.dueAt());
      case NeedAccepted accepted -> new Accepted(requireAssigned(), accepted.acceptedAt());
      case NeedResolved resolved ->
          new Resolved(requireAssigned(), acceptedAt(), resolved.outcome(), resolved.resolvedAt());
      case NeedDeclined declined ->
          new Declined(requireAssigned(), acceptedAt(), declined.reason(), declined.declinedAt());
    };
  }

  /** The last assignment; null while the need is in triage. */
  default @Nullable Assigned assignment() {
    return switch (this) {
      case InTriage waiting -> null;
      case Assigned assigned -> assigned;
      case Accepted accepted -> accepted.assigned();
      case Resolved resolved -> resolved.assigned();
      case Declined declined -> declined.assigned();
    };
  }

  /** When the agency accepted the need; null where it did not. */
  default @Nullable Instant acceptedAt() {
    return null;
  }

  private Assigned requireAssigned() {
    Assigned assigned = assignment();
    if (assigned == null) {
      throw new IllegalStateException("no agency ever had the need");
    }
    return assigned;
  }
}
