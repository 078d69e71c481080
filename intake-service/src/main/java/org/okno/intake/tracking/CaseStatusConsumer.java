package org.okno.intake.tracking;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.intake.referrals.ReferredRequest;
import org.okno.intake.referrals.ReferredRequestRepository;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Keeps the status of each need, and what referrals open, as its case publishes it. */
@Singleton
class CaseStatusConsumer {
  private final EventDelivery delivery;
  private final TrackingRepository repository;
  private final ReferredRequestRepository referred;

  CaseStatusConsumer(
      EventDelivery delivery, TrackingRepository repository, ReferredRequestRepository referred) {
    this.delivery = delivery;
    this.repository = repository;
    this.referred = referred;
  }

  @Incoming("intake-cases")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    Map<UUID, TrackedNeed> latest = new LinkedHashMap<>();
    Map<UUID, ReferredRequest> opened = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof CaseEvent event) {
        TrackedNeed.of(event)
            .forEach(need -> latest.merge(need.needId(), need, TrackedNeed::newer));
      }
      if (received.event() instanceof ReferralEvent event) {
        ReferredRequest.of(event)
            .ifPresent(one -> opened.merge(one.referralId(), one, ReferredRequest::newer));
      }
    }
    repository.save(List.copyOf(latest.values()));
    referred.save(List.copyOf(opened.values()));
    return () -> {};
  }
}
