package org.okno.cases.deadlines;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.DeadlineMissed;
import org.okno.contracts.CaseEvent.DeadlineWarned;
import org.okno.contracts.CaseEvent.NeedEscalated;
import org.okno.messaging.Failure;

/** Looks again and again for steps of deadlines, and logs and counts those it took. */
@Singleton
class DeadlineRunner {
  private static final Logger LOG = Logger.getLogger(DeadlineRunner.class);

  private final TakeSteps takeSteps;
  private final MeterRegistry metrics;

  DeadlineRunner(TakeSteps takeSteps, MeterRegistry metrics) {
    this.takeSteps = takeSteps;
    this.metrics = metrics;
  }

  /** Takes every step whose time has come; a failure is tried again the next time. */
  @Scheduled(every = "{okno.case.deadlines.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      List<DeadlineEvent> taken = takeSteps.take();
      while (!taken.isEmpty()) {
        taken.forEach(this::count);
        LOG.infof("%d steps of deadlines taken", taken.size());
        taken = takeSteps.take();
      }
    } catch (RuntimeException e) {
      LOG.warnf("no steps of deadlines were taken: %s", Failure.describe(e));
    }
  }

  private void count(DeadlineEvent event) {
    String step =
        switch (event) {
          case DeadlineWarned warned -> "warned";
          case DeadlineMissed missed -> "missed";
          case NeedEscalated escalated -> escalated.level();
        };
    metrics.counter("okno.deadlines.steps", "step", step, "deadline", event.deadline()).increment();
  }
}
