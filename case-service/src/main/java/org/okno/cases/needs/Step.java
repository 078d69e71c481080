package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.cases.needs.NeedState.Accepted;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.cases.needs.NeedState.Declined;
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.NeedRef;

/** What an agency can do with a need; as JSON the body of the request. */
public sealed interface Step {

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
        case Accepted accepted -> new Repeated();
        case InTriage waiting -> StepResult.IN_TRIAGE;
        // It was accepted, and its agency went on before the step came again.
        case Resolved resolved when resolved.acceptedAt() != null -> new Repeated();
        case Declined declined when declined.acceptedAt() != null -> new Repeated();
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case Declined declined -> StepResult.IS_DECLINED;
      };
    }
  }

  /** The agency is done with the need. */
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
        case Accepted(var assigned, var acceptedAt) ->
            new Changed(new NeedResolved(need, assigned.agency(), outcome.code(), at, actor));
        case Resolved resolved when resolved.outcome().equals(outcome.code()) -> new Repeated();
        case Resolved resolved -> StepResult.IS_RESOLVED;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Assigned assigned -> StepResult.NOT_ACCEPTED;
        case Declined declined -> StepResult.IS_DECLINED;
      };
    }
  }

  /** The agency will not help with the need, whether it accepted it or not. */
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
        case Assigned assigned -> declined(need, assigned.agency(), at, actor);
        case Accepted accepted -> declined(need, accepted.assigned().agency(), at, actor);
        case Declined declined when declined.reason().equals(reason.code()) -> new Repeated();
        case Declined declined -> StepResult.IS_DECLINED;
        case InTriage waiting -> StepResult.IN_TRIAGE;
        case Resolved resolved -> StepResult.IS_RESOLVED;
      };
    }

    private Changed declined(NeedRef need, AgencyRef agency, Instant at, Actor actor) {
      return new Changed(new NeedDeclined(need, agency, reason.code(), at, actor));
    }
  }
}
