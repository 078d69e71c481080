package org.okno.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Assignment;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.Topics;

/** Questionnaires in, decisions out, and the triage desk; in the demo region, on real engines. */
@QuarkusTest
@QuarkusTestResource(RoutingEngines.class)
class RoutingIT {
  private static final String ZARECHNY = "02701302";
  private static final String TIKHOOZYORSK = "02703000";
  private static final String DEAD = Topics.deadLetters("routing", Topics.QUESTIONNAIRES);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DataSource database;

  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrapServers);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void shouldSendEachNeedToItsAgency() throws Exception {
    QuestionnaireSubmitted asked =
        Questionnaires.asking(ZARECHNY, List.of("large-family"), "food", "legal", "housing");
    topic.send(EventIds.next(), asked);

    RoutingEvent decision = decision(asked);

    assertThat(decision).isInstanceOf(RequestRouted.class);
    assertThat(decision.questionnaire()).isEqualTo(asked.questionnaire());
    assertThat(decision.assignments())
        .extracting(assignment -> assignment.agency().id())
        .containsExactly("family-center", "legal-aid-bureau", "housing-department");
    assertThat(decision.assignments())
        .extracting(Assignment::rule)
        .containsExactly(
            "target-group-in-territory",
            "service-in-parent-territory",
            "service-in-parent-territory");
  }

  @Test
  void shouldGiveARepeatedQuestionnaireTheIdOfTheFirstDecision() throws Exception {
    QuestionnaireSubmitted asked = Questionnaires.asking(ZARECHNY, List.of(), "legal");
    UUID id = EventIds.next();
    topic.send(id, asked);
    topic.send(id, asked);
    QuestionnaireSubmitted next = Questionnaires.asking(ZARECHNY, List.of(), "legal");
    topic.send(new ProducerRecord<>(Topics.QUESTIONNAIRES, "no-event", new byte[] {1}));
    topic.send(EventIds.next(), next);
    decision(next);

    topic.await(Topics.DECISIONS, record -> isOf(record, asked));
    List<ConsumerRecord<String, byte[]>> decisions = topic.withKey(Topics.DECISIONS, asked.key());

    assertThat(decisions)
        .isNotEmpty()
        .extracting(record -> new String(record.headers().lastHeader("ce_id").value()))
        .containsOnly(new String(decisions.getFirst().headers().lastHeader("ce_id").value()));
  }

  @Test
  void shouldHoldWhatTwoAgenciesOfferAlike() throws Exception {
    QuestionnaireSubmitted asked = Questionnaires.asking(TIKHOOZYORSK, List.of(), "food", "job");
    topic.send(EventIds.next(), asked);

    RequestHeld decision = (RequestHeld) decision(asked);

    assertThat(decision.assignments()).extracting(Assignment::need).containsExactly("job");
    assertThat(decision.held().getFirst().candidates())
        .extracting(candidate -> candidate.agency().id())
        .containsExactly("food-bank", "social-center-lakes");
  }

  @Test
  void shouldHoldWhatIsNotInTheDirectory() throws Exception {
    QuestionnaireSubmitted nowhere = Questionnaires.asking("00000000", List.of(), "food");
    QuestionnaireSubmitted nothing = Questionnaires.asking(ZARECHNY, List.of(), "moon");
    topic.send(EventIds.next(), nowhere);
    topic.send(EventIds.next(), nothing);

    assertThat(decision(nowhere)).isInstanceOf(RequestHeld.class);
    assertThat(decision(nothing)).isInstanceOf(RequestHeld.class);
  }

  @Test
  void shouldPutAnUnreadableRecordAsideAndGoOn() throws Exception {
    QuestionnaireSubmitted next = Questionnaires.asking(ZARECHNY, List.of(), "legal");
    topic.send(
        new ProducerRecord<>(Topics.QUESTIONNAIRES, next.key(), "garbage".getBytes("UTF-8")));
    topic.send(EventIds.next(), next);

    ConsumerRecord<String, byte[]> letter =
        topic.await(DEAD, record -> next.key().equals(record.key()));

    assertThat(new String(letter.headers().lastHeader("okno_dlq_reason").value()))
        .startsWith("not a CloudEvent");
    assertThat(decision(next)).isInstanceOf(RequestRouted.class);
  }

  @Test
  void shouldLetADispatcherAssignWhatWasHeld() throws Exception {
    QuestionnaireSubmitted asked = Questionnaires.asking(TIKHOOZYORSK, List.of(), "food", "other");
    String food = asked.questionnaire().needs().get(0).id().toString();
    String other = asked.questionnaire().needs().get(1).id().toString();
    topic.send(EventIds.next(), asked);
    decision(asked);
    String etag =
        onTheDesk(asked)
            .body("state", equalTo("waiting"))
            .body("needs[0].candidates[0].agency.id", equalTo("food-bank"))
            .extract()
            .header("ETag");
    given().get("/v1/triage").then().statusCode(200);
    given().get("/v1/triage/counts").then().statusCode(200).body("total", greaterThan(0));

    String second =
        assign(asked, etag, food, "food-bank")
            .statusCode(200)
            .body("state", equalTo("waiting"))
            .body("needs[0].agency.id", equalTo("food-bank"))
            .extract()
            .header("ETag");
    assign(asked, etag, other, "food-bank").statusCode(412);
    assign(asked, second, food, "food-bank").statusCode(409);
    assign(asked, second, other, "crisis-center").statusCode(200).body("state", equalTo("done"));

    assertThat(journal(asked))
        .hasSize(2)
        .first()
        .satisfies(
            payload ->
                assertThat(payload)
                    .contains("\"rule\":\"dispatcher\"", "\"respondWithinHours\":24", "d-7"));
    assertThat(waiting(asked)).isFalse();
  }

  @Test
  void shouldRefuseAWrongAssignmentWithEveryWrongField() throws Exception {
    QuestionnaireSubmitted asked = Questionnaires.asking(ZARECHNY, List.of(), "other");
    topic.send(EventIds.next(), asked);
    String etag = onTheDesk(asked).extract().header("ETag");

    given()
        .contentType("application/json")
        .header("If-Match", etag)
        .body("{\"assignments\":[{\"needId\":\"x\",\"agencyId\":\"y\"}]}")
        .post("/v1/triage/" + asked.key() + "/assignments")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem("/dispatcher"))
        .body("errors.pointer", hasItem("/assignments/0/needId"))
        .body("errors.pointer", hasItem("/assignments/0/agencyId"));
    assign(asked, null, asked.key(), "food-bank").statusCode(428);
    assign(asked, "\"nonsense\"", asked.key(), "food-bank").statusCode(400);
    assertThat(journal(asked)).isEmpty();
  }

  @Test
  void shouldAnswerBadInputWithAProblem() {
    given()
        .get("/v1/triage/not-an-id")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/v1/triage/" + EventIds.next()).then().statusCode(404);
    given().get("/v1/triage?limit=many").then().statusCode(400);
    given().get("/v1/triage?cursor=%21").then().statusCode(400);
    assignRaw("{").statusCode(400).contentType("application/problem+json");
    assignRaw("null").statusCode(400);
    assignRaw("{\"dispatcher\": 1, \"extra\": 2}").statusCode(400);
    assignRaw("{\"dispatcher\": \"" + "x".repeat(5_000_000) + "\"}")
        .statusCode(413)
        .contentType("application/problem+json");
    given()
        .contentType("text/plain")
        .body("x")
        .post("/v1/triage/" + EventIds.next() + "/assignments")
        .then()
        .statusCode(415);
  }

  @Test
  void shouldSayThatItIsReady() {
    onceReady();
    given().get("/q/metrics").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  private static void onceReady() {
    for (int i = 0; i < 100; i++) {
      if (given().get("/q/health/ready").statusCode() == 200) {
        return;
      }
      pause();
    }
    throw new AssertionError(given().get("/q/health/ready").asString());
  }

  private RoutingEvent decision(QuestionnaireSubmitted asked) {
    return (RoutingEvent) topic.event(topic.await(Topics.DECISIONS, record -> isOf(record, asked)));
  }

  private static boolean isOf(ConsumerRecord<String, byte[]> record, QuestionnaireSubmitted asked) {
    return asked.key().equals(record.key());
  }

  private static ValidatableResponse onTheDesk(QuestionnaireSubmitted asked) {
    for (int i = 0; i < 100; i++) {
      var response = given().get("/v1/triage/" + asked.key());
      if (response.statusCode() == 200) {
        return response.then();
      }
      pause();
    }
    throw new AssertionError("never came to the desk");
  }

  private static boolean waiting(QuestionnaireSubmitted asked) {
    return given()
        .get("/v1/triage?limit=1000")
        .jsonPath()
        .getList("items.requestId")
        .contains(asked.key());
  }

  private static ValidatableResponse assign(
      QuestionnaireSubmitted asked, @Nullable String etag, String need, String agency) {
    var request =
        given()
            .contentType("application/json")
            .body(
                "{\"dispatcher\":\"d-7\",\"assignments\":[{\"needId\":\"%s\",\"agencyId\":\"%s\"}]}"
                    .formatted(need, agency));
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.post("/v1/triage/" + asked.key() + "/assignments").then();
  }

  private static ValidatableResponse assignRaw(String body) {
    return given()
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(body)
        .post("/v1/triage/" + EventIds.next() + "/assignments")
        .then();
  }

  private List<String> journal(QuestionnaireSubmitted asked) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select payload from journal where event_key = ? and topic = 'okno.decisions' order by seq")) {
      select.setString(1, asked.key());
      List<String> payloads = new java.util.ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          payloads.add(rows.getString(1));
        }
      }
      return payloads;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
