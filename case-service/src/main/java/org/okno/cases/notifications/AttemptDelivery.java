package org.okno.cases.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/** Makes one attempt to deliver a notification, and writes what came of it. */
@Singleton
class AttemptDelivery {
  private static final Logger LOG = Logger.getLogger(AttemptDelivery.class);
  private static final int GONE = 410;
  private static final int NO_RESPONSE = 0;

  private final WebhookClient client;
  private final DeliveryRepository deliveries;
  private final SubscriptionRepository subscriptions;
  private final RetrySchedule schedule;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final SecureRandom random = new SecureRandom();

  AttemptDelivery(
      WebhookClient client,
      DeliveryRepository deliveries,
      SubscriptionRepository subscriptions,
      NotificationSettings settings,
      Clock clock,
      MeterRegistry metrics) {
    this.client = client;
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.schedule = new RetrySchedule(settings.schedule(), settings.jitter());
    this.clock = clock;
    this.metrics = metrics;
  }

  /** A failure to write leaves the delivery leased: it is attempted again when the lease ends. */
  void attempt(LeasedDelivery delivery) {
    try {
      int status = post(delivery);
      if (status >= 200 && status < 300) {
        deliveries.delivered(delivery);
        count("delivered");
      } else if (status == GONE) {
        disable(delivery.subscriptionId(), DisabledReason.GONE);
      } else {
        retry(delivery);
      }
    } catch (RuntimeException e) {
      LOG.warnf("what came of a delivery was not written: %s", Failure.describe(e));
    }
  }

  private int post(LeasedDelivery delivery) {
    NotificationRow notification = delivery.notification();
    String body = NotificationMessage.of(notification).json();
    String id = notification.eventId().toString();
    Instant now = clock.instant();
    try {
      return client.post(
          delivery.url(),
          Map.of(
              "webhook-id", id,
              "webhook-timestamp", String.valueOf(now.getEpochSecond()),
              "webhook-signature", new SigningSecret(delivery.secret()).sign(id, now, body)),
          body);
    } catch (IOException e) {
      return NO_RESPONSE;
    }
  }

  private void retry(LeasedDelivery delivery) {
    Optional<Duration> wait = schedule.after(delivery.attempts(), random);
    if (wait.isPresent()) {
      deliveries.failed(delivery, clock.instant().plus(wait.get()));
      count("failed");
    } else {
      disable(delivery.subscriptionId(), DisabledReason.DOWN);
    }
  }

  private void disable(UUID subscriptionId, DisabledReason reason) {
    if (subscriptions.disable(subscriptionId, reason, clock.instant())) {
      LOG.warnf("subscription %s is disabled: its endpoint is %s", subscriptionId, reason.code());
    }
    count(reason.code());
  }

  private void count(String outcome) {
    metrics.counter("okno.notifications.attempts", "outcome", outcome).increment();
  }
}
