package org.okno.intake.tracking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.intake.Intake;
import org.okno.intake.Questionnaires;
import org.okno.intake.requests.AcceptedRepository;
import org.okno.messaging.EventIds;
import org.okno.messaging.audit.PublishAgain;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;

/** An accepted request gets its case, whatever was lost after its acceptance. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class AuditCasesIT {
  @Inject TrackingRepository repository;
  @Inject AcceptedRepository accepted;
  @Inject PublishAgain publishAgain;
  @Inject CaseAuditSettings settings;
  @Inject MeterRegistry metrics;

  EventTopics topics;

  @Test
  void shouldPublishARequestAgainUntilItHasACase() {
    Intake.publishDirectory(topics);
    UUID request =
        UUID.fromString(
            requireNonNull(
                Intake.post(Questionnaires.valid("audit-" + UUID.randomUUID())).path("requestId")));

    AuditCases audit = auditAfterGraces(1);
    audit.run();
    audit.run();
    assertThat(published(request))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(topics.event(record)).isInstanceOf(QuestionnaireSubmitted.class);
              assertThat(EventTopics.header(record, "ce_id")).isNotEmpty();
            });

    topics.send(opened(request));
    Await.until(() -> !repository.answered(List.of(request)).isEmpty());
    auditAfterGraces(10).run();
    assertThat(published(request)).hasSize(1);

    Intake.postTo("/v1/requests/" + request + "/withdrawal", "{\"reason\": \"not-needed\"}");
    AuditCases next = auditAfterGraces(1);
    next.run();
    next.run();
    assertThat(published(request))
        .extracting(record -> topics.event(record).getClass().getSimpleName())
        .containsExactly(
            "QuestionnaireSubmitted", "QuestionnaireSubmitted", "QuestionnaireWithdrawn");
  }

  private AuditCases auditAfterGraces(int graces) {
    Clock later =
        Clock.offset(Clock.systemUTC(), settings.grace().multipliedBy(graces).plusSeconds(1));
    return new AuditCases(repository, accepted, publishAgain, settings, later, metrics);
  }

  private List<ConsumerRecord<String, byte[]>> published(UUID request) {
    return topics.withKey(Topics.QUESTIONNAIRES, request.toString());
  }

  private static CaseEvent opened(UUID request) {
    NeedRef need =
        new NeedRef(
            request,
            EventIds.next(),
            "food",
            "hotline",
            new TerritoryRef("02701301", "Europe/Samara"),
            Instant.EPOCH,
            null);
    return new CaseEvent.CaseOpened(
        request, "-", List.of(new OpenedNeed(need, null, null, null)), Instant.EPOCH, null);
  }
}
