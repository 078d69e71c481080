package org.okno.intake.directory;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.Event;
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
    List<Event> published = events.stream().map(ReceivedEvent::event).toList();
    repository.saveTerritories(
        List.copyOf(DirectoryEvent.newest(published, TerritoryPublished.class)));
    repository.saveTerms(List.copyOf(DirectoryEvent.newest(published, TermPublished.class)));
    return current::load;
  }
}
