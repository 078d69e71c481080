package org.okno.analytics.recount;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.okno.analytics.reconciliation.ReadLag;
import org.okno.analytics.summary.Revisions;
import org.okno.analytics.summary.SummarySettings;
import org.okno.messaging.Failure;

/**
 * Shows the rows of a recount when it has caught up. Until then readers see the former ones, as
 * they were when it began. Decision 0058.
 */
@Singleton
class FinishRecount {
  private static final Logger LOG = Logger.getLogger(FinishRecount.class);

  private final RecountRepository repository;
  private final ReadLag lag;
  private final RemoveRows removeRows;
  private final DeleteFormerCounts deleteFormerCounts;
  private final int recount;
  private final CatchUp catchUp = new CatchUp();
  private boolean finished;

  FinishRecount(
      RecountRepository repository,
      ReadLag lag,
      RemoveRows removeRows,
      DeleteFormerCounts deleteFormerCounts,
      SummarySettings settings) {
    this.repository = repository;
    this.lag = lag;
    this.removeRows = removeRows;
    this.deleteFormerCounts = deleteFormerCounts;
    this.recount = settings.recount();
  }

  /** Refuses to count what would be ignored. */
  void start(@Observes StartupEvent event) {
    int shown = repository.shown();
    if (shown > recount) {
      throw new IllegalStateException(
          "OKNO_ANALYTICS_RECOUNT is %d, but recount %d is shown already: set it to %2$d"
              .formatted(recount, shown));
    }
  }

  /** A failure is tried again the next time. */
  @Scheduled(
      every = "{okno.analytics.summary.finish-recount-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    if (finished) {
      return;
    }
    try {
      finished = repository.shown() == recount || hasShown();
      if (finished) {
        deleteFormerCounts.run();
      }
    } catch (RuntimeException e) {
      LOG.warnf("recount %d could not be finished: %s", recount, Failure.describe(e));
    }
  }

  private boolean hasShown() {
    if (!catchUp.isDone(lag.ofCounting())) {
      return false;
    }
    long before = Revisions.before(recount);
    // First on the topic: where this ends in between, the next time does both.
    removeRows.run(repository.leftOut(before));
    repository.show(recount, before);
    LOG.infof("recount %d has caught up and is shown", recount);
    return true;
  }
}
