package org.okno.intake.directory;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Keeps territories and terms as routing publishes them. */
@Singleton
class DirectoryConsumer {
  private final EventDelivery delivery;
  private final DirectoryRepository repository;
  private final CurrentDirectory current;

  DirectoryConsumer(
      EventDelivery delivery, DirectoryRepository repository, CurrentDirectory current) {
    this.delivery = delivery;
    this.repository = repository;
    this.current = current;
  }

  @Incoming("intake-directory")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliver(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    Map<String, TerritoryPublished> territories = new LinkedHashMap<>();
    Map<String, TermPublished> terms = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof DirectoryEvent event) {
        switch (event) {
          case TerritoryPublished one -> territories.merge(one.key(), one, DirectoryEvent::newer);
          case TermPublished one -> terms.merge(one.key(), one, DirectoryEvent::newer);
          case AgencyPublished agency -> {
            // Intake names agencies only as case events do.
          }
        }
      }
    }
    repository.saveTerritories(List.copyOf(territories.values()));
    repository.saveTerms(List.copyOf(terms.values()));
    return current::load;
  }
}
