package org.okno.routing.triage;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/**
 * Puts held requests and returned needs on the desk. Other decisions are passed over: a re-routed
 * request was changed here, in the transaction that recorded it.
 */
@Singleton
class TriageConsumer {
  private final EventDelivery delivery;
  private final TriageRepository repository;

  TriageConsumer(EventDelivery delivery, TriageRepository repository) {
    this.delivery = delivery;
    this.repository = repository;
  }

  // The entry's key is the request's id: no inbox row for each of the many decisions that hold
  // nothing.
  @Incoming("routing-triage")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    repository.insert(
        events.stream()
            .map(ReceivedEvent::event)
            .filter(RequestHeld.class::isInstance)
            .map(RequestHeld.class::cast)
            .toList());
    events.stream()
        .map(ReceivedEvent::event)
        .filter(NeedHeld.class::isInstance)
        .map(NeedHeld.class::cast)
        .forEach(repository::hold);
    return () -> {};
  }
}
