package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.NeedState.Accepted;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.cases.needs.NeedState.Declined;
import org.okno.cases.needs.NeedState.InProgress;
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.NeedState.WaitingForApplicant;
import org.okno.cases.needs.NeedState.Withdrawn;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.NeedRef;

/** What staff can do with a need; as JSON the body of the request. */
public sealed interface Step
    permits Step.Accept,
        Step.Start,
        Step.Pause,
        Step.Resume,
        Step.Resolve,
        Step.Decline,
        Step.Reopen,
        Responsibility {

  /**
   * What becomes of the step for a need in this state.
   *
   * @param actor who does it
   */
  StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor);

  /** The agency accepts the need. */
  @Schema(name = "Acceptance", description = "Says nothing more", examples = "{}")
  record Accept() implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case Assigned assigned -> new Changed(new NeedAccepted(need, assigned.agency(), at, actor));
        // It was accepted, and its agency went on before the step came again.
        case NeedState after when after.work().acceptedAt() != null -> new Repeated();
        case InProgress working -> StepResult.IS_STARTED;
        case WaitingForApplicant paused -> StepResult.IS_STARTED;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Accepted accepted -> new Repeated();
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }
  }

  /** The agency begins to work on the need. */
  @Schema(name = "Start", description = "Says nothing more", examples = "{}")
  record Start() implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case Accepted(var assigned, var acceptedAt) ->
            new Changed(new NeedStarted(need, assigned.agency(), at, actor));
        case NeedState after when after.work().startedAt() != null -> new Repeated();
        case InProgress working -> new Repeated();
        case WaitingForApplicant paused -> StepResult.WAITS;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Assigned assigned -> StepResult.NOT_ACCEPTED;
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }
  }

  /** The agency waits for the applicant. */
  @Schema(name = "Pause", description = "Says nothing more", examples = "{}")
  record Pause() implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case InProgress working ->
            new Changed(new NeedPaused(need, working.assigned().agency(), at, actor));
        case WaitingForApplicant paused -> new Repeated();
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Assigned assigned -> StepResult.NOT_ACCEPTED;
        case Accepted accepted -> StepResult.NOT_STARTED;
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }
  }

  /** The applicant responded, or is waited for no longer. */
  @Schema(name = "Resumption", description = "Says nothing more", examples = "{}")
  record Resume() implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case WaitingForApplicant paused ->
            new Changed(new NeedResumed(need, paused.assigned().agency(), at, actor));
        case InProgress working when working.resumedAt() != null -> new Repeated();
        case InProgress working -> StepResult.WAITS_NOT;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Assigned assigned -> StepResult.NOT_ACCEPTED;
        case Accepted accepted -> StepResult.NOT_STARTED;
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }
  }

  /** The agency is done with the need, whether it said that it began or not. */
  @Schema(name = "Resolution", description = "How a need ended")
  record Resolve(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "How it ended",
              examples = "helped",
              required = true,
              implementation = String.class,
              enumeration = {
                "helped",
                "partly-helped",
                "referred",
                "refused-by-person",
                "not-reached"
              })
          Outcome outcome)
      implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case Accepted accepted -> resolved(need, accepted.assigned(), at, actor);
        case InProgress working -> resolved(need, working.assigned(), at, actor);
        case WaitingForApplicant paused -> resolved(need, paused.assigned(), at, actor);
        case Resolved resolved when resolved.outcome().equals(outcome.code()) -> new Repeated();
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Assigned assigned -> StepResult.NOT_ACCEPTED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }

    private Changed resolved(NeedRef need, Assigned assigned, Instant at, Actor actor) {
      return new Changed(new NeedResolved(need, assigned.agency(), outcome.code(), at, actor));
    }
  }

  /** The agency will not help with the need, however far it came. */
  @Schema(name = "Decline", description = "Why an agency will not help")
  record Decline(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Why not",
              examples = "no-capacity",
              required = true,
              implementation = String.class,
              enumeration = {"not-eligible", "not-our-territory", "no-capacity", "duplicate"})
          DeclineReason reason)
      implements Step {
    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case Assigned assigned -> declined(need, assigned, at, actor);
        case Accepted accepted -> declined(need, accepted.assigned(), at, actor);
        case InProgress working -> declined(need, working.assigned(), at, actor);
        case WaitingForApplicant paused -> declined(need, paused.assigned(), at, actor);
        case Declined declined when declined.reason().equals(reason.code()) -> new Repeated();
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Resolved resolved -> StepResult.IS_RESOLVED;
      };
    }

    private Changed declined(NeedRef need, Assigned assigned, Instant at, Actor actor) {
      return new Changed(new NeedDeclined(need, assigned.agency(), reason.code(), at, actor, null));
    }
  }

  /** A need that was resolved is not settled after all: its agency has it again. */
  @Schema(name = "Reopening", description = "Why a resolved need is open again")
  record Reopen(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Why",
              examples = "not-helped",
              required = true,
              implementation = String.class,
              enumeration = {"not-helped", "came-back", "resolved-by-mistake"})
          ReopenReason reason)
      implements Step {
    /** Later it is a new request. */
    static final Duration WITHIN = Duration.ofDays(30);

    @Override
    public StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
      return switch (state) {
        case Resolved resolved when at.isAfter(resolved.resolvedAt().plus(WITHIN)) ->
            StepResult.RESOLVED_LONG_AGO;
        case Resolved resolved ->
            new Changed(reopened(need, resolved.assigned(), reason, at, actor));
        case Assigned assigned when assigned.reopenedAt() != null -> new Repeated();
        case InTriage waiting -> StepResult.NOT_RESOLVED;
        case Assigned assigned -> StepResult.NOT_RESOLVED;
        case Accepted accepted -> StepResult.NOT_RESOLVED;
        case InProgress working -> StepResult.NOT_RESOLVED;
        case WaitingForApplicant paused -> StepResult.NOT_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
        case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
      };
    }

    /**
     * The same where the applicant says that it did not help.
     *
     * @param at when they said so; what was resolved after it may have helped
     */
    static StepResult byApplicant(NeedRef need, NeedState state, Instant at) {
      if (!(state instanceof Resolved resolved) || resolved.resolvedAt().isAfter(at)) {
        return StepResult.NOT_RESOLVED;
      }
      return at.isAfter(resolved.resolvedAt().plus(WITHIN))
          ? StepResult.RESOLVED_LONG_AGO
          : new Changed(reopened(need, resolved.assigned(), ReopenReason.NOT_HELPED, at, null));
    }

    private static NeedReopened reopened(
        NeedRef need, Assigned assigned, ReopenReason reason, Instant at, @Nullable Actor actor) {
      return new NeedReopened(
          need, assigned.agency(), assigned.dueFrom(at), reason.code(), at, actor);
    }
  }
}
