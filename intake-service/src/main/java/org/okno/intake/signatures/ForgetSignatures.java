package org.okno.intake.signatures;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/** Forgets signatures whose time is over: nobody could use them again. */
@Singleton
class ForgetSignatures {
  private static final Logger LOG = Logger.getLogger(ForgetSignatures.class);

  private final UsedSignatureRepository repository;
  private final Clock clock;

  ForgetSignatures(UsedSignatureRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      repository.deleteExpired(clock.instant());
    } catch (RuntimeException e) {
      LOG.warnf("old signatures could not be deleted: %s", Failure.describe(e));
    }
  }
}
