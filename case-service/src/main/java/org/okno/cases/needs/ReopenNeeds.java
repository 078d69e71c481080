package org.okno.cases.needs;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.messaging.PoisonEventException;

/** Reopens the resolved needs of a case of which the applicant says that they did not help. */
@Singleton
public class ReopenNeeds {
  private final CaseRepository cases;
  private final MeterRegistry metrics;

  ReopenNeeds(CaseRepository cases, MeterRegistry metrics) {
    this.cases = cases;
    this.metrics = metrics;
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
        NeedRow after = need.on(changed.event());
        cases.update(file.with(after), after, List.of(changed.event()));
        file = cases.findLocked(requestId).orElseThrow();
        reopened++;
      }
    }
    metrics.counter("okno.needs.reopened.by.applicant").increment(reopened);
    return reopened;
  }
}
