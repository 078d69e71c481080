package org.okno.casework.needs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.okno.casework.needs.NeedState.Accepted;
import org.okno.casework.needs.NeedState.Assigned;
import org.okno.casework.needs.NeedState.Declined;
import org.okno.casework.needs.NeedState.InTriage;
import org.okno.casework.needs.NeedState.Resolved;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.NeedRef;

/** A need with its state. Each step answers with the new state and its event, or with a refusal. */
public record Need(NeedRef ref, NeedState state) {
  private static final Change.Refused WAITS =
      new Change.Refused("The need is in triage: no agency has it yet.");
  private static final Change.Refused IS_RESOLVED =
      new Change.Refused("The need is resolved already.");
  private static final Change.Refused IS_DECLINED =
      new Change.Refused("The need was declined already.");
  private static final Change.Refused IS_ACCEPTED =
      new Change.Refused("The need is accepted already.");
  private static final Change.Refused NOT_ACCEPTED =
      new Change.Refused("The need is not accepted yet: accept it first.");
  private static final Change.Refused HAS_AGENCY =
      new Change.Refused("The need has its agency already.");
  private static final Change.Refused DECIDED_BEFORE =
      new Change.Refused("The need was declined after this was decided.");

  public Need {
    requireNonNull(ref, "ref");
    requireNonNull(state, "state");
  }

  /** The agency takes the need on. */
  public Change accept(Instant at) {
    return switch (state) {
      case Assigned assigned ->
          new Change.Made(assigned.accept(at), new NeedAccepted(ref, assigned.by().agency(), at));
      case InTriage waiting -> WAITS;
      case Accepted accepted -> IS_ACCEPTED;
      case Resolved resolved -> IS_RESOLVED;
      case Declined declined -> IS_DECLINED;
    };
  }

  /** The agency is done with the need. */
  public Change resolve(Outcome outcome, Instant at) {
    return switch (state) {
      case Accepted accepted ->
          new Change.Made(
              accepted.resolve(outcome, at),
              new NeedResolved(ref, accepted.by().agency(), Codes.of(outcome), at));
      case InTriage waiting -> WAITS;
      case Assigned assigned -> NOT_ACCEPTED;
      case Resolved resolved -> IS_RESOLVED;
      case Declined declined -> IS_DECLINED;
    };
  }

  /** The agency will not help with the need. */
  public Change decline(DeclineReason reason, Instant at) {
    return switch (state) {
      case Assigned assigned -> declined(assigned.decline(reason, at));
      case Accepted accepted -> declined(accepted.decline(reason, at));
      case InTriage waiting -> WAITS;
      case Resolved resolved -> IS_RESOLVED;
      case Declined declined -> IS_DECLINED;
    };
  }

  /** Routing found the agency for a need that had none. */
  public Change assign(Responsibility to) {
    return switch (state) {
      case InTriage waiting -> assigned(waiting.assign(to));
      case Assigned assigned -> HAS_AGENCY;
      case Accepted accepted -> HAS_AGENCY;
      case Resolved resolved -> IS_RESOLVED;
      case Declined declined -> IS_DECLINED;
    };
  }

  /** A dispatcher gives the need to an agency; also one that an agency declined before that. */
  public Change reassign(Responsibility to) {
    return switch (state) {
      case Declined declined when to.assignedAt().isBefore(declined.declinedAt()) -> DECIDED_BEFORE;
      case Declined declined -> assigned(declined.assign(to));
      case InTriage waiting -> assign(to);
      case Assigned assigned -> assign(to);
      case Accepted accepted -> assign(to);
      case Resolved resolved -> assign(to);
    };
  }

  private Change assigned(Assigned to) {
    Responsibility by = to.by();
    return new Change.Made(to, new NeedAssigned(ref, by.agency(), by.dueAt(), by.assignedAt()));
  }

  private Change declined(Declined to) {
    return new Change.Made(
        to, new NeedDeclined(ref, to.by().agency(), Codes.of(to.reason()), to.declinedAt()));
  }
}
