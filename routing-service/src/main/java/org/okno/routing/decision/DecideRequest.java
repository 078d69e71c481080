package org.okno.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.cloudevents.EventCodec;
import org.okno.consumer.ReceivedEvent;
import org.okno.consumer.Work;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.RoutingEvent;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.routing.policy.RoutingPolicy;

/** Makes the decision on each questionnaire; other events on its topic lead to nothing. */
@ApplicationScoped
class DecideRequest implements Work.IntoTopics {
  private static final Logger LOG = Logger.getLogger(DecideRequest.class);

  private final CurrentDirectory directory;
  private final RoutingPolicy policy;
  private final EventCodec codec;
  private final Clock clock;

  DecideRequest(CurrentDirectory directory, RoutingPolicy policy, EventCodec codec, Clock clock) {
    this.directory = directory;
    this.policy = policy;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public List<ProducerRecord<String, byte[]>> apply(ReceivedEvent received) throws SQLException {
    if (!(received.event() instanceof QuestionnaireSubmitted submitted)) {
      return List.of();
    }
    RoutingEvent decision =
        Decision.on(submitted.questionnaire(), policy, directory.snapshot(), clock.instant());
    log(decision, received);
    return List.of(codec.write(DecisionIds.of(received.id()), decision));
  }

  private static void log(RoutingEvent decision, ReceivedEvent received) {
    MDC.put("requestId", decision.key());
    MDC.put("topic", received.record().topic());
    try {
      LOG.info(
          decision instanceof RoutingEvent.RequestHeld
              ? "request held for triage"
              : "request routed");
    } finally {
      MDC.remove("requestId");
      MDC.remove("topic");
    }
  }
}
