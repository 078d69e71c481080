package org.okno.cases.opening;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.cases.opening.HandleDecisions.Handled;
import org.okno.cases.persons.ErasureRepository;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Applies the decisions of routing, and erasures: a batch is one transaction. */
@Singleton
class CaseConsumer {
  private final EventDelivery delivery;
  private final ErasureRepository erasures;
  private final HandleDecisions handleDecisions;
  private final CaseSignals signals;
  private final OpeningLog log;

  CaseConsumer(
      EventDelivery delivery,
      ErasureRepository erasures,
      HandleDecisions handleDecisions,
      CaseSignals signals,
      OpeningLog log) {
    this.delivery = delivery;
    this.erasures = erasures;
    this.handleDecisions = handleDecisions;
    this.signals = signals;
    this.log = log;
  }

  @Incoming("case")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliver(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    erasures.erase(
        of(PersonErased.class, events).stream().map(PersonErased::personId).distinct().toList());
    Handled handled = handleDecisions.handle(of(RoutingEvent.class, events));
    return () -> {
      signals.opened(handled.opened());
      log.log(handled);
    };
  }

  private static <E extends Event> List<E> of(Class<E> type, List<ReceivedEvent> events) {
    return events.stream()
        .map(ReceivedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
