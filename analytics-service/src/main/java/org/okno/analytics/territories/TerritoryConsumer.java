package org.okno.analytics.territories;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.identity.TerritoryRepository;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/**
 * Keeps the territory tree as routing publishes it. An older version of a territory changes
 * nothing, so no inbox is needed.
 */
@Singleton
class TerritoryConsumer {
  private final EventDelivery delivery;
  private final TerritoryRepository repository;

  TerritoryConsumer(EventDelivery delivery, TerritoryRepository repository) {
    this.delivery = delivery;
    this.repository = repository;
  }

  @Incoming("analytics-directory")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    repository.save(events.stream().map(ReceivedEvent::event).toList());
    return () -> {};
  }
}
