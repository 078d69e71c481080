package org.okno.cases.needs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedReleased;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.Deadline;
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
   * @param reopenedAt when the agency got it back after it had resolved it; null where it did not
   * @param specialist subject of the specialist who is responsible; null while nobody is
   */
  record Assigned(
      AgencyRef agency,
      AssignmentReason reason,
      Instant assignedAt,
      Instant dueAt,
      @Nullable Instant reopenedAt,
      @Nullable String specialist)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ASSIGNED;
    }

    private Assigned with(@Nullable String responsible) {
      return new Assigned(agency, reason, assignedAt, dueAt, reopenedAt, responsible);
    }

    /** With the due time to which the pause moved it. */
    private Assigned movedBy(NeedResumed event) {
      return Deadline.resolutionDue(event.deadlines())
          .map(due -> new Assigned(agency, reason, assignedAt, due, reopenedAt, specialist))
          .orElse(this);
    }

    private Assigned reopened(NeedReopened event) {
      return new Assigned(
          agency, reason, assignedAt, event.dueAt(), event.reopenedAt(), specialist);
    }

    /** When the need is due if its time starts again. */
    Instant dueFrom(Instant start) {
      return start.plus(Duration.between(reopenedAt == null ? assignedAt : reopenedAt, dueAt));
    }
  }

  /**
   * How far the agency came.
   *
   * @param acceptedAt null where it was never accepted
   * @param startedAt null where it was settled without having been started
   */
  record Work(@Nullable Instant acceptedAt, @Nullable Instant startedAt) {
    static final Work NONE = new Work(null, null);
  }

  /** The agency accepted it. */
  record Accepted(Assigned assigned, Instant acceptedAt) implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ACCEPTED;
    }
  }

  /**
   * The agency works on it.
   *
   * @param acceptedAt null where it was never accepted
   * @param resumedAt when the applicant was last waited for no longer; null where they never were
   */
  record InProgress(
      Assigned assigned,
      @Nullable Instant acceptedAt,
      Instant startedAt,
      @Nullable Instant resumedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.IN_PROGRESS;
    }
  }

  /**
   * The agency waits for the applicant.
   *
   * @param acceptedAt null where it was never accepted
   * @param startedAt null where it was never started
   */
  record WaitingForApplicant(
      Assigned assigned,
      @Nullable Instant acceptedAt,
      @Nullable Instant startedAt,
      Instant pausedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.WAITING_FOR_APPLICANT;
    }
  }

  /**
   * The agency is done with it.
   *
   * @param outcome code of an {@link Outcome}
   */
  record Resolved(Assigned assigned, Work work, String outcome, Instant resolvedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.RESOLVED;
    }
  }

  /**
   * The agency will not help.
   *
   * @param reason code of a {@link DeclineReason}
   * @param returned whether the next agency is looked for
   */
  record Declined(Assigned assigned, Work work, String reason, Instant declinedAt, boolean returned)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return returned ? NeedStatus.RETURNED : NeedStatus.DECLINED;
    }
  }

  /**
   * The person withdrew it before anybody worked on it.
   *
   * @param assigned null where no agency had it
   */
  record Withdrawn(@Nullable Assigned assigned, Work work, Instant withdrawnAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.WITHDRAWN;
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
            requireNonNull(need.dueAt(), "dueAt"),
            null,
            null);
  }

  /**
   * The state after an event.
   *
   * @throws IllegalStateException if an agency acted on a need that was never assigned: the event
   *     lacks what the state holds
   */
  default NeedState on(NeedEvent event) {
    return switch (event) {
      case NeedAssigned it ->
          new Assigned(
              it.agency(),
              requireNonNull(it.reason(), "reason"),
              it.assignedAt(),
              it.dueAt(),
              null,
              null);
      case NeedAccepted it -> new Accepted(requireAssigned(), it.acceptedAt());
      case NeedStarted it ->
          new InProgress(requireAssigned(), work().acceptedAt(), it.startedAt(), null);
      case NeedPaused it ->
          new WaitingForApplicant(
              requireAssigned(), work().acceptedAt(), work().startedAt(), it.pausedAt());
      case NeedResumed it -> resumed(it);
      case NeedClaimed it -> with(requireAssigned().with(it.specialist()));
      case NeedHandedOver it -> with(requireAssigned().with(it.to()));
      case NeedReleased it -> with(requireAssigned().with(null));
      case NeedResolved it ->
          new Resolved(requireAssigned(), work(), it.outcome(), it.resolvedAt());
      case NeedDeclined it ->
          new Declined(
              requireAssigned(), work(), it.reason(), it.declinedAt(), it.returned() != null);
      case NeedReopened it -> requireAssigned().reopened(it);
      // Whoever has the need settles it.
      case NeedWithdrawalRequested it -> this;
      case NeedWithdrawn it ->
          it.agency() == null
              ? new Withdrawn(null, Work.NONE, it.withdrawnAt())
              : new Withdrawn(requireAssigned(), work(), it.withdrawnAt());
    };
  }

  /** The last assignment; null while the need is in triage. */
  default @Nullable Assigned assignment() {
    return switch (this) {
      case InTriage waiting -> null;
      case Assigned assigned -> assigned;
      case Accepted accepted -> accepted.assigned();
      case InProgress working -> working.assigned();
      case WaitingForApplicant paused -> paused.assigned();
      case Resolved resolved -> resolved.assigned();
      case Declined declined -> declined.assigned();
      case Withdrawn withdrawn -> withdrawn.assigned();
    };
  }

  /** How far the agency came since it was assigned. */
  default Work work() {
    return switch (this) {
      case InTriage waiting -> Work.NONE;
      case Assigned assigned -> Work.NONE;
      case Accepted accepted -> new Work(accepted.acceptedAt(), null);
      case InProgress working -> new Work(working.acceptedAt(), working.startedAt());
      case WaitingForApplicant paused -> new Work(paused.acceptedAt(), paused.startedAt());
      case Resolved resolved -> resolved.work();
      case Declined declined -> declined.work();
      case Withdrawn withdrawn -> withdrawn.work();
    };
  }

  /** The same state of a need with another specialist. */
  private NeedState with(Assigned changed) {
    return switch (this) {
      case InTriage waiting -> changed;
      case Assigned assigned -> changed;
      case Accepted(var assigned, var acceptedAt) -> new Accepted(changed, acceptedAt);
      case InProgress(var assigned, var acceptedAt, var startedAt, var resumedAt) ->
          new InProgress(changed, acceptedAt, startedAt, resumedAt);
      case WaitingForApplicant(var assigned, var acceptedAt, var startedAt, var pausedAt) ->
          new WaitingForApplicant(changed, acceptedAt, startedAt, pausedAt);
      case Resolved(var assigned, var work, var outcome, var resolvedAt) ->
          new Resolved(changed, work, outcome, resolvedAt);
      case Declined(var assigned, var work, var reason, var declinedAt, var returned) ->
          new Declined(changed, work, reason, declinedAt, returned);
      case Withdrawn(var assigned, var work, var withdrawnAt) ->
          new Withdrawn(changed, work, withdrawnAt);
    };
  }

  private InProgress resumed(NeedResumed event) {
    Instant at = event.resumedAt();
    Instant startedAt = work().startedAt();
    return new InProgress(
        requireAssigned().movedBy(event),
        work().acceptedAt(),
        startedAt == null ? at : startedAt,
        at);
  }

  private Assigned requireAssigned() {
    Assigned assigned = assignment();
    if (assigned == null) {
      throw new IllegalStateException("no agency ever had the need");
    }
    return assigned;
  }
}
