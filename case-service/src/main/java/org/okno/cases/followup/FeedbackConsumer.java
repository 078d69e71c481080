package org.okno.cases.followup;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.cases.needs.ReopenNeeds;
import org.okno.contracts.IntakeEvent.FeedbackGiven;
import org.okno.messaging.EventDelivery;
import org.okno.messaging.ReceivedEvent;

/** Reopens what did not help. Other answers are kept by intake, and change nothing here. */
@Singleton
class FeedbackConsumer {
  private static final Logger LOG = Logger.getLogger(FeedbackConsumer.class);
  private static final String DID_NOT_HELP = "no";

  private final EventDelivery delivery;
  private final ReopenNeeds reopenNeeds;
  private final MeterRegistry metrics;

  FeedbackConsumer(EventDelivery delivery, ReopenNeeds reopenNeeds, MeterRegistry metrics) {
    this.delivery = delivery;
    this.reopenNeeds = reopenNeeds;
    this.metrics = metrics;
  }

  // What was resolved after the answer stays so: an answer that comes again changes nothing.
  @Incoming("case-feedback")
  @Blocking
  void consume(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch) {
    delivery.deliverRepeatably(batch, this::handle);
  }

  private Runnable handle(List<ReceivedEvent> events) {
    Map<FeedbackGiven, Integer> reopened = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof FeedbackGiven given && given.answer().equals(DID_NOT_HELP)) {
        reopened.put(given, reopenNeeds.unhelped(given.requestId(), given.givenAt()));
      }
    }
    return () -> reopened.forEach(this::tell);
  }

  private void tell(FeedbackGiven given, int reopened) {
    metrics.counter("okno.needs.reopened.by.applicant").increment(reopened);
    MDC.put("requestId", given.key());
    LOG.infof("it did not help: %d needs are open again", reopened);
    MDC.remove("requestId");
  }
}
