package org.okno.routing.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.EventCodec;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.routing.policy.RoutingPolicy;

/** Makes the decision on each questionnaire; other events on its topic lead to none. */
@Singleton
class DecideRequest {
  private static final Logger LOG = Logger.getLogger(DecideRequest.class);

  private final RoutingPolicy policy = RoutingPolicy.standard();
  private final CurrentDirectory directory;
  private final EventCodec codec;
  private final Clock clock;

  DecideRequest(CurrentDirectory directory, EventCodec codec, Clock clock) {
    this.directory = directory;
    this.codec = codec;
    this.clock = clock;
  }

  Optional<ProducerRecord<String, byte[]>> decide(UUID eventId, Event event) {
    if (!(event instanceof QuestionnaireSubmitted submitted)) {
      return Optional.empty();
    }
    RoutingEvent decision =
        Decision.on(submitted.questionnaire(), policy, directory.snapshot(), clock.instant());
    log(decision);
    return Optional.of(codec.write(DecisionIds.of(eventId), decision));
  }

  private static void log(RoutingEvent decision) {
    MDC.put("requestId", decision.key());
    LOG.info(
        decision instanceof RoutingEvent.RequestHeld
            ? "request held for triage"
            : "request routed");
    MDC.remove("requestId");
  }
}
