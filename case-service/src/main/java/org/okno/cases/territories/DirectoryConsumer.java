package org.okno.cases.territories;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.cases.deadlines.AgencyRepository;
import org.okno.contracts.Event;
import org.okno.identity.TerritoryRepository;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Keeps the territory tree and the hours of agencies as routing publishes them. */
@Singleton
class DirectoryConsumer {
  private final EventDelivery delivery;
  private final TerritoryRepository territories;
  private final AgencyRepository agencies;

  DirectoryConsumer(
      EventDelivery delivery, TerritoryRepository territories, AgencyRepository agencies) {
    this.delivery = delivery;
    this.territories = territories;
    this.agencies = agencies;
  }

  @Incoming("case-directory")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliver(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> received) {
    List<Event> events = received.stream().map(ReceivedEvent::event).toList();
    territories.save(events);
    agencies.save(events);
    return () -> {};
  }
}
