package org.okno.cases.notifications;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.CaseEvent;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Keeps what happened to cases for those who are told. */
@Singleton
class NotificationConsumer {
  private final EventDelivery delivery;
  private final NotificationRepository notifications;
  private final DeliveryRepository deliveries;
  private final NotificationSettings settings;
  private final Clock clock;

  NotificationConsumer(
      EventDelivery delivery,
      NotificationRepository notifications,
      DeliveryRepository deliveries,
      NotificationSettings settings,
      Clock clock) {
    this.delivery = delivery;
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
  }

  // The event's id is the key of its row: an event that comes again is told once.
  @Incoming("case-notifications")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    Instant now = clock.instant();
    // At the first start the whole topic is read: of what is that old nobody is told.
    Instant oldest = now.minus(settings.keep());
    List<NotificationDraft> drafts = new ArrayList<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof CaseEvent event && event.time().isAfter(oldest)) {
        drafts.add(NotificationDraft.of(received.id(), event));
      }
    }
    if (!drafts.isEmpty()) {
      deliveries.add(notifications.append(drafts), now);
    }
    return () -> {};
  }
}
