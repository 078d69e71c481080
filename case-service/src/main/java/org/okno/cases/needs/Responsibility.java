package org.okno.cases.needs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.CaseEvent.NeedClaimed;
import org.okno.contracts.CaseEvent.NeedHandedOver;
import org.okno.contracts.CaseEvent.NeedReleased;
import org.okno.contracts.NeedRef;
import org.okno.identity.Role;

/**
 * Which specialist of the agency is responsible for a need: at most one. Whoever is not may still
 * work on it, since colleagues fall ill; the head of the agency may give it to somebody else.
 */
public sealed interface Responsibility extends Step {

  /** What becomes of the step while the agency has the need. */
  StepResult decide(NeedRef need, Assigned assigned, Instant at, Actor actor);

  @Override
  default StepResult decide(NeedRef need, NeedState state, Instant at, Actor actor) {
    return switch (state) {
      case Assigned assigned -> decide(need, assigned, at, actor);
      case Accepted accepted -> decide(need, accepted.assigned(), at, actor);
      case InProgress working -> decide(need, working.assigned(), at, actor);
      case WaitingForApplicant paused -> decide(need, paused.assigned(), at, actor);
      case InTriage waiting -> StepResult.IN_TRIAGE;
      case Resolved resolved -> StepResult.IS_RESOLVED;
      case Declined declined -> StepResult.IS_DECLINED;
      case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
    };
  }

  /** Whoever calls is responsible for the need from now on. */
  @Schema(name = "Claim", description = "Says nothing more", examples = "{}")
  record Claim() implements Responsibility {
    @Override
    public StepResult decide(NeedRef need, Assigned assigned, Instant at, Actor actor) {
      String specialist = assigned.specialist();
      if (specialist == null) {
        return new Changed(new NeedClaimed(need, assigned.agency(), actor.subject(), at, actor));
      }
      return specialist.equals(actor.subject()) ? new Repeated() : has(specialist);
    }
  }

  /** Another specialist is responsible for the need from now on. */
  @Schema(name = "Handover", description = "Who is responsible from now on")
  record HandOver(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Subject of a specialist of the same agency, as in their token",
              examples = "b7c2b9d4-0c0e-4b7e-8d43-52c0f6b0e3a1",
              required = true,
              minLength = 1,
              maxLength = HandOver.MAX_LENGTH)
          String to)
      implements Responsibility {
    /** Longest subject that OpenID Connect permits. */
    static final int MAX_LENGTH = 255;

    /** Whether a token can have such a subject. */
    boolean isToSubject() {
      return !to.isEmpty()
          && to.length() <= MAX_LENGTH
          && to.chars().allMatch(one -> one > ' ' && one < 127);
    }

    @Override
    public StepResult decide(NeedRef need, Assigned assigned, Instant at, Actor actor) {
      String from = assigned.specialist();
      if (to.equals(from)) {
        return new Repeated();
      }
      return mayGiveAway(from, actor)
          ? new Changed(new NeedHandedOver(need, assigned.agency(), from, to, at, actor))
          : has(from);
    }
  }

  /** Nobody is responsible for the need any more. */
  @Schema(name = "Release", description = "Says nothing more", examples = "{}")
  record Release() implements Responsibility {
    @Override
    public StepResult decide(NeedRef need, Assigned assigned, Instant at, Actor actor) {
      String from = assigned.specialist();
      if (from == null) {
        return new Repeated();
      }
      return mayGiveAway(from, actor)
          ? new Changed(new NeedReleased(need, assigned.agency(), from, at, actor))
          : has(from);
    }
  }

  private static boolean mayGiveAway(@Nullable String from, Actor actor) {
    return actor.subject().equals(from) || Role.HEAD_OF_AGENCY.code().equals(actor.role());
  }

  private static Rejected has(@Nullable String specialist) {
    return specialist == null
        ? StepResult.UNCLAIMED
        : new Rejected("Specialist %s is responsible for the need.".formatted(specialist));
  }
}
