package org.okno.intake.accesses;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/** Shows how many accesses in an emergency nobody has approved yet. */
@Singleton
class CountUnapproved {
  private static final Logger LOG = Logger.getLogger(CountUnapproved.class);

  private final AccessRepository repository;
  private final AtomicLong unapproved = new AtomicLong();

  CountUnapproved(AccessRepository repository, MeterRegistry metrics) {
    this.repository = repository;
    metrics.gauge("okno.intake.accesses.unapproved", unapproved);
  }

  @Scheduled(
      every = "{okno.intake.accesses.count-unapproved-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      unapproved.set(repository.countUnapproved());
    } catch (RuntimeException e) {
      LOG.warnf("unapproved accesses could not be counted: %s", Failure.describe(e));
    }
  }
}
