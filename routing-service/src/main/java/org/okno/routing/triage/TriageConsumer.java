package org.okno.routing.triage;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.NeedRerouted;
import org.okno.contracts.RoutingEvent.NeedsWithdrawn;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/**
 * Puts held requests and returned needs on the desk, and takes off what was withdrawn. Other
 * decisions are passed over: a re-routed request was changed here, in the transaction that recorded
 * it.
 */
@Singleton
class TriageConsumer {
  private final EventDelivery delivery;
  private final TriageRepository repository;
  private final WithdrawNeeds withdrawNeeds;

  TriageConsumer(EventDelivery delivery, TriageRepository repository, WithdrawNeeds withdrawNeeds) {
    this.delivery = delivery;
    this.repository = repository;
    this.withdrawNeeds = withdrawNeeds;
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
    repository.insert(of(RequestHeld.class, events));
    of(NeedHeld.class, events).forEach(repository::hold);
    of(RequestCorrected.class, events).forEach(repository::correct);
    withdrawNeeds.by(
        of(RoutingEvent.class, events).stream().filter(TriageConsumer::isOfTheDesk).toList());
    return () -> {};
  }

  private static boolean isOfTheDesk(RoutingEvent decision) {
    return switch (decision) {
      case RequestHeld held -> true;
      case NeedHeld held -> true;
      case RequestCorrected corrected -> true;
      case RequestWithdrawn withdrawn -> true;
      case RequestRouted routed -> false;
      case RequestRerouted chosen -> false;
      case NeedRerouted next -> false;
      case NeedsWithdrawn done -> false;
    };
  }

  private static <E extends RoutingEvent> List<E> of(Class<E> type, List<ReceivedEvent> events) {
    return events.stream()
        .map(ReceivedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
