package org.okno.analytics.territories;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
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
    Map<String, TerritoryPublished> territories = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof TerritoryPublished one) {
        territories.merge(one.code(), one, DirectoryEvent::newer);
      }
    }
    repository.save(List.copyOf(territories.values()));
    return () -> {};
  }
}
