package org.okno.routing.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.IntakeEvent.QuestionnaireWithdrawn;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.messaging.EventCodec;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.routing.policy.RoutingPolicy;

/**
 * Makes the decision on each questionnaire and each returned need, and passes corrections and
 * withdrawals on behind them; other events lead to none.
 */
@Singleton
class DecideRequest {
  private static final Logger LOG = Logger.getLogger(DecideRequest.class);

  private final RoutingPolicy policy = RoutingPolicy.standard();
  private final CurrentDirectory directory;
  private final EventCodec codec;
  private final DecisionSettings settings;
  private final Clock clock;

  DecideRequest(
      CurrentDirectory directory, EventCodec codec, DecisionSettings settings, Clock clock) {
    this.directory = directory;
    this.codec = codec;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether an event of this type may lead to a decision; most events of cases do not. */
  static boolean mayDecide(String type) {
    return type.equals(EventType.QUESTIONNAIRE_SUBMITTED.typeName())
        || type.equals(EventType.QUESTIONNAIRE_CORRECTED.typeName())
        || type.equals(EventType.QUESTIONNAIRE_WITHDRAWN.typeName())
        || type.equals(EventType.NEED_DECLINED.typeName());
  }

  Optional<ProducerRecord<String, byte[]>> decide(UUID eventId, Event event) {
    Optional<RoutingEvent> decision =
        switch (event) {
          case QuestionnaireSubmitted submitted ->
              Optional.of(
                  Decision.on(
                      submitted.questionnaire(),
                      policy,
                      directory.snapshot(),
                      settings.leastConfidence(),
                      clock.instant()));
          case QuestionnaireCorrected corrected ->
              Optional.of(
                  Decision.on(
                      corrected,
                      policy,
                      directory.snapshot(),
                      settings.leastConfidence(),
                      clock.instant()));
          case QuestionnaireWithdrawn(var questionnaire, var withdrawal) ->
              Optional.of(new RequestWithdrawn(questionnaire, withdrawal, clock.instant()));
          case NeedDeclined declined ->
              Optional.ofNullable(declined.returned())
                  .map(
                      returned ->
                          NextAgency.of(
                              declined, returned, policy, directory.snapshot(), clock.instant()));
          default -> Optional.empty();
        };
    decision.ifPresent(DecideRequest::log);
    return decision.map(one -> codec.write(DecisionIds.of(eventId), one));
  }

  private static void log(RoutingEvent decision) {
    MDC.put("requestId", decision.key());
    LOG.info(
        switch (decision) {
          case RoutingEvent.RequestHeld held -> "request held for triage";
          case RoutingEvent.NeedHeld held -> "declined need held for triage";
          case RoutingEvent.NeedRerouted next -> "declined need routed to the next agency";
          case RoutingEvent.RequestRouted routed -> "request routed";
          case RoutingEvent.RequestRerouted chosen -> "request routed by a dispatcher";
          case RoutingEvent.RequestCorrected corrected -> "correction passed on";
          case RequestWithdrawn withdrawn -> "withdrawal passed on";
          case RoutingEvent.NeedsWithdrawn withdrawn -> "withdrawn needs left the desk";
        });
    MDC.remove("requestId");
  }
}
