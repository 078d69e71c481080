package org.okno.cases.needs;

import java.time.Instant;
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
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Withdrawal;

/**
 * What becomes of a need that the person withdrew: whoever has it decides. What an agency has and
 * has not begun is settled at once; what it works on it settles itself. What no agency has is
 * routing's: it says that a dispatcher has it no longer, or a decision that was on its way comes.
 */
public final class WithdrawalRule {
  private WithdrawalRule() {}

  /** The person withdrew the need. */
  public static StepResult withdraw(NeedRef ref, NeedRow need, Withdrawal by, Instant at) {
    return switch (need.state()) {
      case Assigned assigned -> settled(ref, assigned, by, at);
      case Accepted accepted -> settled(ref, accepted.assigned(), by, at);
      case InProgress working -> requested(ref, need, working.assigned(), by, at);
      case WaitingForApplicant paused -> requested(ref, need, paused.assigned(), by, at);
      case InTriage waiting -> requested(ref, need, null, by, at);
      case Declined declined when declined.returned() -> requested(ref, need, null, by, at);
      case Declined declined -> StepResult.IS_DECLINED;
      case Resolved resolved -> StepResult.IS_RESOLVED;
      case Withdrawn withdrawn -> new Repeated();
    };
  }

  /** Routing says that the need waited for a dispatcher, and waits no longer. */
  public static StepResult leaveTriage(NeedRef ref, NeedRow need, Withdrawal by, Instant at) {
    return switch (need.state()) {
      case InTriage waiting -> new Changed(new NeedWithdrawn(ref, null, by, at));
      case Declined declined when declined.returned() ->
          new Changed(new NeedWithdrawn(ref, null, by, at));
      case Declined declined -> StepResult.IS_DECLINED;
      case Assigned assigned -> StepResult.HAS_AGENCY;
      case Accepted accepted -> StepResult.HAS_AGENCY;
      case InProgress working -> StepResult.HAS_AGENCY;
      case WaitingForApplicant paused -> StepResult.HAS_AGENCY;
      case Resolved resolved -> StepResult.IS_RESOLVED;
      case Withdrawn withdrawn -> new Repeated();
    };
  }

  private static Changed settled(NeedRef ref, Assigned assigned, Withdrawal by, Instant at) {
    return new Changed(new NeedWithdrawn(ref, assigned.agency(), by, at));
  }

  private static StepResult requested(
      NeedRef ref, NeedRow need, @Nullable Assigned assigned, Withdrawal by, Instant at) {
    return need.withdrawal() != null
        ? new Repeated()
        : new Changed(
            new NeedWithdrawalRequested(ref, assigned == null ? null : assigned.agency(), by, at));
  }
}
