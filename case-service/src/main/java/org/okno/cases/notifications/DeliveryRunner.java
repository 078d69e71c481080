package org.okno.cases.notifications;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/** Looks again and again for deliveries whose time has come; nobody waits for an endpoint. */
@Singleton
class DeliveryRunner {
  private static final Logger LOG = Logger.getLogger(DeliveryRunner.class);

  /** Time to write what came of an attempt. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final DeliveryRepository deliveries;
  private final NotificationRepository notifications;
  private final AttemptDelivery attemptDelivery;
  private final NotificationSettings settings;
  private final Clock clock;
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

  DeliveryRunner(
      DeliveryRepository deliveries,
      NotificationRepository notifications,
      AttemptDelivery attemptDelivery,
      NotificationSettings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.attemptDelivery = attemptDelivery;
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins every attempt whose time has come; a failure is tried again the next time. */
  @Scheduled(
      every = "{okno.case.notifications.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      Instant now = clock.instant();
      List<LeasedDelivery> leased =
          deliveries.lease(now, now.plus(settings.timeout()).plus(MARGIN), settings.atOnce());
      leased.forEach(one -> attempts.execute(() -> attemptDelivery.attempt(one)));
    } catch (RuntimeException e) {
      LOG.warnf("no deliveries were taken: %s", Failure.describe(e));
    }
  }

  /** Removes what is too old to be replayed. */
  @Scheduled(
      every = "{okno.case.notifications.remove-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void remove() {
    try {
      notifications.removeBefore(clock.instant().minus(settings.keep()));
    } catch (RuntimeException e) {
      LOG.warnf("no old notifications were removed: %s", Failure.describe(e));
    }
  }

  @PreDestroy
  void close() {
    attempts.shutdownNow();
  }
}
