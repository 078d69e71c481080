package org.okno.routing.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.engines.kafka.Broker;
import org.okno.messaging.DeadLetter;
import org.okno.messaging.EventIds;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;

/** Questionnaires in, decisions out, in the demo region. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class DecisionIT {
  private static final String ZARECHNY = "02701302";
  private static final String TIKHOOZYORSK = "02703000";

  EventTopics topics;
  Broker broker;

  @Test
  void shouldAssignEachNeedToItsAgency() {
    SampleRequest request = request(ZARECHNY, "food", "legal", "housing");
    topics.send(request.submitted());

    RoutingEvent decision = decision(request);

    assertThat(decision).isInstanceOf(RequestRouted.class);
    assertThat(decision.questionnaire()).isEqualTo(request.questionnaire());
    assertThat(decision.assignments())
        .extracting(assignment -> assignment.agency().id())
        .containsExactly("family-center", "legal-aid-bureau", "housing-department");
    assertThat(decision.assignments())
        .extracting(Assignment::rule)
        .containsExactly(
            "target-group-in-territory",
            "service-in-parent-territory",
            "service-in-parent-territory");
    assertThat(decision.assignments())
        .extracting(Assignment::reason)
        .containsExactly("only-agency-for-group", "only-agency", "only-agency");
  }

  @Test
  void shouldGiveADuplicateQuestionnaireTheIdOfTheFirstDecision() {
    SampleRequest request = request(ZARECHNY, "legal");
    UUID id = EventIds.next();
    topics.send(id, request.submitted());
    topics.send(id, request.submitted());

    List<ConsumerRecord<String, byte[]>> decisions =
        Await.value(
            () -> {
              var found = topics.withKey(Topics.DECISIONS, request.id().toString());
              return found.size() == 2 ? found : null;
            });

    assertThat(decisions)
        .extracting(record -> EventTopics.header(record, "ce_id"))
        .containsOnly(DecisionIds.of(id).toString());
  }

  @Test
  void shouldHoldWhatSeveralAgenciesOffer() {
    SampleRequest request = request(TIKHOOZYORSK, "food", "job");
    topics.send(request.submitted());

    RequestHeld decision = (RequestHeld) decision(request);

    assertThat(decision.assignments()).extracting(Assignment::need).containsExactly("job");
    assertThat(decision.held().getFirst().reason()).isEqualTo("several-agencies");
    assertThat(decision.held().getFirst().candidates())
        .extracting(candidate -> candidate.agency().id())
        .containsExactly("food-bank", "social-center-lakes");
  }

  @Test
  void shouldHoldWhatIsNotInTheDirectory() {
    SampleRequest nowhere = request("00000000", "food");
    SampleRequest nothing = request(ZARECHNY, "moon");
    topics.sendAll(List.of(nowhere.submitted(), nothing.submitted()));

    assertThat(decision(nowhere))
        .isInstanceOfSatisfying(
            RequestHeld.class,
            held -> assertThat(held.held().getFirst().reason()).isEqualTo("territory-unknown"));
    assertThat(decision(nothing))
        .isInstanceOfSatisfying(
            RequestHeld.class,
            held -> assertThat(held.held().getFirst().reason()).isEqualTo("need-unknown"));
  }

  @Test
  void shouldGiveADeclinedNeedToTheNextAgencyAndReadNoOtherEventOfItsCase() {
    SampleRequest request = request(ZARECHNY, "legal");
    NeedDeclined declined = request.returned("legal-aid-bureau", Duration.ofHours(1));
    topics.send(request.accepted("legal-aid-bureau", Duration.ofMinutes(30)));
    topics.sendUnreadable(request.resolved("legal-aid-bureau", Duration.ofMinutes(40)));
    UUID id = topics.send(declined);

    ConsumerRecord<String, byte[]> record =
        topics.await(Topics.DECISIONS, it -> request.id().toString().equals(it.key()));

    assertThat(EventTopics.header(record, "ce_id")).isEqualTo(DecisionIds.of(id).toString());
    assertThat(topics.event(record))
        .isInstanceOfSatisfying(
            NeedHeld.class,
            held -> {
              assertThat(held.held().reason()).isEqualTo("all-declined");
              assertThat(held.refusals()).hasSize(1);
            });
    assertThat(topics.withKey(Topics.DECISIONS, request.id().toString())).hasSize(1);
    assertThat(topics.deadLetters(DecisionLoop.CONSUMER, Topics.CASES)).isEmpty();
  }

  @Test
  void shouldPassAWithdrawalOnBehindItsDecision() {
    SampleRequest request = request(ZARECHNY, "legal");
    topics.send(request.submitted());
    UUID id = topics.send(request.withdrawn(Duration.ofHours(1)));

    List<ConsumerRecord<String, byte[]>> decisions =
        Await.value(
            () -> {
              var found = topics.withKey(Topics.DECISIONS, request.id().toString());
              return found.size() == 2 ? found : null;
            });

    assertThat(topics.event(decisions.getFirst())).isInstanceOf(RequestRouted.class);
    assertThat(EventTopics.header(decisions.getLast(), "ce_id"))
        .isEqualTo(DecisionIds.of(id).toString());
    assertThat(topics.event(decisions.getLast()))
        .isInstanceOfSatisfying(
            RequestWithdrawn.class,
            passedOn ->
                assertThat(passedOn.withdrawal())
                    .isEqualTo(request.withdrawn(Duration.ofHours(1)).withdrawal()));
  }

  @Test
  void shouldDeadLetterAnUnreadableRecordAndContinue() {
    SampleRequest next = request(ZARECHNY, "legal");
    topics.sendUnreadable(next.submitted());
    topics.send(next.submitted());

    ConsumerRecord<String, byte[]> dead =
        topics.await(
            Topics.deadLetters(DecisionLoop.CONSUMER, Topics.QUESTIONNAIRES),
            record -> next.id().toString().equals(record.key()));

    assertThat(EventTopics.header(dead, DeadLetter.REASON)).startsWith("data");
    assertThat(EventTopics.header(dead, DeadLetter.TOPIC)).isEqualTo(Topics.QUESTIONNAIRES);
    assertThat(decision(next)).isInstanceOf(RequestRouted.class);
  }

  @Test
  void shouldDecideWhatIsReplayedToItAlone() {
    SampleRequest request = request(ZARECHNY, "legal");
    topics.replay(DecisionLoop.CONSUMER, request.submitted());

    assertThat(decision(request)).isInstanceOf(RequestRouted.class);
    assertThat(topics.withKey(Topics.QUESTIONNAIRES, request.id().toString())).isEmpty();
  }

  @Test
  void shouldDecideEachQuestionnaireOnceWhenTheBrokerIsKilled() {
    List<SampleRequest> before = requests();
    topics.sendAll(before.stream().map(SampleRequest::submitted).toList());
    broker.kill();
    broker.start();
    List<SampleRequest> after = requests();
    topics.sendAll(after.stream().map(SampleRequest::submitted).toList());

    List<String> keys =
        Stream.concat(before.stream(), after.stream())
            .map(request -> request.id().toString())
            .toList();
    Await.untilAsserted(
        () ->
            assertThat(topics.all(Topics.DECISIONS))
                .extracting(ConsumerRecord::key)
                .filteredOn(keys::contains)
                .containsExactlyInAnyOrderElementsOf(keys));
  }

  @Test
  void shouldBeReadyAndCountRecords() {
    SampleRequest request = request(ZARECHNY, "legal");
    topics.send(request.submitted());
    decision(request);

    Await.until(() -> given().get("/q/health/ready").statusCode() == 200);
    assertThat(given().get("/q/metrics").asString())
        .contains("okno_consumer_records_total{consumer=\"routing\"")
        .contains("kafka_consumer_fetch_manager_records_lag");
  }

  private RoutingEvent decision(SampleRequest request) {
    return (RoutingEvent)
        topics.event(
            topics.await(Topics.DECISIONS, record -> request.id().toString().equals(record.key())));
  }

  private static List<SampleRequest> requests() {
    return Stream.generate(() -> request(ZARECHNY, "legal")).limit(100).toList();
  }

  private static SampleRequest request(String territory, String... needs) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "hotline",
        Instant.parse("2026-03-02T06:12:00Z"),
        needs);
  }
}
