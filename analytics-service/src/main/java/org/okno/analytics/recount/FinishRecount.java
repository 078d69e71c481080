package org.okno.analytics.recount;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.okno.analytics.reconciliation.ReadLag;
import org.okno.analytics.summary.ShownRecountRepository;
import org.okno.analytics.summary.SummarySettings;
import org.okno.messaging.Failure;

/**
 * Shows the rows of a recount when it has caught up. Until then readers see the former ones, as
 * they were when it began. Decision 0058.
 */
@Singleton
class FinishRecount {
  private static final Logger LOG = Logger.getLogger(FinishRecount.class);

  private final ShownRecountRepository shown;
  private final RecountRepository repository;
  private final ReadLag lag;
  private final RemoveRows removeRows;
  private final DeleteFormerCounts deleteFormerCounts;
  private final int recount;
  private final CatchUp catchUp = new CatchUp();
  private boolean finished;

  FinishRecount(
      ShownRecountRepository shown,
      RecountRepository repository,
      ReadLag lag,
      RemoveRows removeRows,
      DeleteFormerCounts deleteFormerCounts,
      SummarySettings settings) {
    this.shown = shown;
    this.repository = repository;
    this.lag = lag;
    this.removeRows = removeRows;
    this.deleteFormerCounts = deleteFormerCounts;
    this.recount = settings.recount();
  }

  /** Refuses to count what would be ignored. */
  void start(@Observes StartupEvent event) {
    int least = Math.max(1, shown.number());
    if (recount < least) {
      throw new IllegalStateException(
          "OKNO_ANALYTICS_RECOUNT is %d, but recount %d is shown already, or the first: set it to %2$d"
              .formatted(recount, least));
    }
  }

  /** A failure is tried again the next time. */
  @Scheduled(
      every = "{okno.analytics.recount.finish-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    if (finished) {
      return;
    }
    try {
      finished = isShown() && deleteFormerCounts.run();
    } catch (RuntimeException e) {
      LOG.warnf(
          "recount %d could not be shown, or those before not be deleted: %s",
          recount, Failure.describe(e));
    }
  }

  private boolean isShown() {
    if (shown.number() >= recount) {
      return true;
    }
    // The topic first: where this ends in between, the next time does both.
    if (!catchUp.isDone(lag.ofCounting()) || !repository.show(recount, removeRows::run)) {
      return false;
    }
    LOG.infof("recount %d has caught up and is shown", recount);
    return true;
  }
}
