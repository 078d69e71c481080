package org.okno.cases.needs;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import org.okno.cases.deadlines.MoveDeadlines;
import org.okno.cases.deadlines.MoveDeadlines.Moved;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.messaging.PoisonEventException;

/** Reopens the resolved needs of a case of which the applicant says that they did not help. */
@Singleton
public class ReopenNeeds {
  private final CaseRepository cases;
  private final MoveDeadlines moveDeadlines;

  ReopenNeeds(CaseRepository cases, MoveDeadlines moveDeadlines) {
    this.cases = cases;
    this.moveDeadlines = moveDeadlines;
  }

  /**
   * Reopens what was resolved in the 30 days before the answer.
   *
   * @param at when the applicant said so; what was resolved later stays resolved
   * @return how many needs are open again
   * @throws PoisonEventException if there is no such case
   */
  @Transactional(TxType.MANDATORY)
  public int unhelped(UUID requestId, Instant at) {
    CaseFile file =
        cases
            .findLocked(requestId)
            .orElseThrow(() -> new PoisonEventException("there is no case of this request"));
    int reopened = 0;
    for (NeedRow need : file.needs()) {
      if (Step.Reopen.byApplicant(file.ref(need), need.state(), at) instanceof Changed changed) {
        Moved moved = moveDeadlines.by(changed.event());
        NeedRow after = need.on(moved.event());
        cases.update(file.with(after), after, moved);
        file = cases.findLocked(requestId).orElseThrow();
        reopened++;
      }
    }
    return reopened;
  }
}
