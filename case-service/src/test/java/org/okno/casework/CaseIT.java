package org.okno.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Topics;

@QuarkusTest
class CaseIT extends CaseFlow {

  @Test
  void shouldOpenACaseFromADecision() {
    Questionnaire asked = Requests.request("food", "legal");

    JsonPath found = open(Requests.held(asked, "a"), asked);

    assertThat(found.getString("trackingNumber")).isEqualTo(asked.trackingNumber());
    assertThat(found.getString("status")).isEqualTo("in-triage");
    assertThat(found.getList("targetGroups")).containsExactly("large-family", "disability");
    assertThat(found.getList("needs.status")).containsExactly("assigned", "in-triage");
    assertThat(found.getString("needs[0].agency.id")).isEqualTo("a");
    assertThat(found.getString("needs[0].dueAt"))
        .isEqualTo(Requests.DECIDED.plusSeconds(Requests.HOURS * 3_600L).toString());
    assertThat(found.getString("applicant.state")).isEqualTo("sealed");
    assertThat(found.getList("history.type")).containsExactly("org.okno.case.case-opened.v1");
  }

  @Test
  void shouldLetWhoWaitsForACaseHaveItInOneAnswer() throws Exception {
    Questionnaire asked = Requests.request("food");
    try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Future<Response> answer = aside.submit(() -> waitFor(asked, 30));
      decisions.send(Requests.routed(asked, "a"));

      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().header("Preference-Applied")).isEqualTo("wait=30");
      assertThat(answer.get().jsonPath().getString("needs[0].agency.id")).isEqualTo("a");
    }
    assertThat(waitFor(Requests.request("food"), 1).statusCode()).isEqualTo(404);
  }

  private static Response waitFor(Questionnaire asked, int seconds) {
    return given().header("Prefer", "wait=" + seconds).get("/v1/cases/" + asked.requestId());
  }

  @Test
  void shouldOpenOneCaseHoweverOftenTheDecisionComes() throws SQLException {
    Questionnaire asked = Requests.request("food");
    UUID eventId = EventIds.next();

    decisions.send(eventId, Requests.routed(asked, "a"));
    decisions.send(eventId, Requests.routed(asked, "a"));
    decisions.send(Requests.routed(asked, "a"));
    open(Requests.rerouted(asked, 0, "b", 5), asked);
    awaitAllTaken();

    assertThat(journal(asked.requestId())).containsExactly("case-opened");
    assertThat(needOf(asked, 0).jsonPath().getString("agency.id")).isEqualTo("a");
  }

  @Test
  void shouldGiveAWaitingNeedToTheAgencyADispatcherChose() throws SQLException {
    Questionnaire asked = Requests.request("food", "legal");
    open(Requests.held(asked, "a"), asked);
    String before = given().get("/v1/cases/" + asked.requestId()).header("ETag");

    decisions.send(Requests.rerouted(asked, 1, "b", 30));

    await(() -> needOf(asked, 1).jsonPath().getString("agency.id"));
    Response after = given().get("/v1/cases/" + asked.requestId());
    assertThat(after.header("ETag")).isNotEqualTo(before);
    assertThat(after.jsonPath().getString("status")).isEqualTo("assigned");
    assertThat(after.jsonPath().getString("history[1].needId"))
        .isEqualTo(asked.needs().get(1).id().toString());
    assertThat(journal(asked.requestId())).containsExactly("case-opened", "need-assigned");
  }

  @Test
  void shouldNotLoseADispatchersDecisionThatComesBeforeTheFirstOne() throws SQLException {
    Questionnaire asked = Requests.request("food", "legal");

    open(Requests.rerouted(asked, 1, "b", 30), asked);
    decisions.send(Requests.held(asked, "a"));

    await(() -> needOf(asked, 0).jsonPath().getString("agency.id"));
    assertThat(needOf(asked, 1).jsonPath().getString("agency.id")).isEqualTo("b");
    assertThat(journal(asked.requestId())).containsExactly("case-opened", "need-assigned");
  }

  @Test
  void shouldTakeANeedFromAssignedToResolvedAndReadItBackAtOnce() throws SQLException {
    Questionnaire asked = Requests.request("food");
    open(Requests.routed(asked, "a"), asked);
    String first = needOf(asked, 0).header("ETag");

    Response accepted = post(asked, 0, "acceptance", first, "{}");
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.jsonPath().getString("status")).isEqualTo("accepted");
    assertThat(needOf(asked, 0).asString()).isEqualTo(accepted.asString());
    assertThat(needOf(asked, 0).header("ETag")).isEqualTo(accepted.header("ETag"));

    Response resolved =
        post(asked, 0, "resolution", accepted.header("ETag"), "{\"outcome\": \"helped\"}");
    assertThat(resolved.statusCode()).isEqualTo(200);
    assertThat(resolved.jsonPath().getString("outcome")).isEqualTo("helped");
    assertThat(awaitCase(asked).getString("status")).isEqualTo("settled");
    assertThat(journal(asked.requestId()))
        .containsExactly("case-opened", "need-accepted", "need-resolved", "case-closed");
  }

  @Test
  void shouldGiveTheCaseAnotherTagWithEachChangeOfANeedAlsoWhereItsStatusStays() {
    Questionnaire asked = Requests.request("food", "legal");
    open(Requests.routed(asked, "a"), asked);
    post(asked, 0, "acceptance", needOf(asked, 0).header("ETag"), "{}");
    Response before = given().get("/v1/cases/" + asked.requestId());

    post(asked, 1, "acceptance", needOf(asked, 1).header("ETag"), "{}");

    Response after = given().get("/v1/cases/" + asked.requestId());
    assertThat(after.jsonPath().getString("status"))
        .isEqualTo(before.jsonPath().getString("status"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  @Test
  void shouldTakeEveryStepWhenAgenciesChangeNeedsOfOneCaseAtTheSameTime() throws SQLException {
    Questionnaire asked = Requests.request("food", "legal", "money", "clothing");
    open(Requests.routed(asked, "a"), asked);
    List<String> tags =
        IntStream.range(0, 4).mapToObj(need -> needOf(asked, need).header("ETag")).toList();

    List<Integer> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(need -> post(asked, need, "acceptance", tags.get(need), "{}").statusCode())
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(given().get("/v1/cases/" + asked.requestId()).header("ETag")).isEqualTo("\"5\"");
    assertThat(journal(asked.requestId()))
        .containsExactly(
            "case-opened", "need-accepted", "need-accepted", "need-accepted", "need-accepted");
  }

  @Test
  void shouldReopenASettledCaseWhenADispatcherGivesADeclinedNeedAgain() throws SQLException {
    Questionnaire asked = Requests.request("food");
    open(Requests.routed(asked, "a"), asked);
    Response declined =
        post(asked, 0, "decline", needOf(asked, 0).header("ETag"), "{\"reason\": \"no-capacity\"}");
    assertThat(declined.jsonPath().getString("declineReason")).isEqualTo("no-capacity");

    decisions.send(Requests.rerouted(asked, 0, "b", 3_600));

    await(() -> "b".equals(needOf(asked, 0).jsonPath().getString("agency.id")) ? true : null);
    assertThat(needOf(asked, 0).jsonPath().getString("declineReason")).isNull();
    assertThat(journal(asked.requestId()))
        .containsExactly("case-opened", "need-declined", "case-closed", "need-assigned");
  }

  @Test
  void shouldRefuseAChangeWithoutWithAStaleOrWithAWrongTag() throws SQLException {
    Questionnaire asked = Requests.request("food");
    open(Requests.routed(asked, "a"), asked);
    String first = needOf(asked, 0).header("ETag");

    assertThat(post(asked, 0, "acceptance", null, "{}").statusCode()).isEqualTo(428);
    assertThat(post(asked, 0, "acceptance", "soon", "{}").statusCode()).isEqualTo(400);
    assertThat(post(asked, 0, "resolution", first, "{\"outcome\": \"helped\"}").statusCode())
        .isEqualTo(409);
    assertThat(post(asked, 0, "acceptance", first, "{}").statusCode()).isEqualTo(200);
    Response stale = post(asked, 0, "acceptance", first, "{}");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.contentType()).startsWith("application/problem+json");
    assertThat(journal(asked.requestId())).containsExactly("case-opened", "need-accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resolution|{}|/outcome",
        "resolution|{\"outcome\": \"great\"}|/outcome",
        "resolution|{\"outcome\": [1]}|/outcome",
        "resolution|{\"outcom\": \"helped\"}|/outcom",
        "acceptance|{\"note\": \"Ivanova\"}|/note",
        "decline|{\"reason\": \"too late\"}|/reason"
      })
  void shouldNameTheFieldThatIsWrong(String step, String body, String pointer) {
    Questionnaire asked = Requests.request("food");
    open(Requests.routed(asked, "a"), asked);

    Response answer = post(asked, 0, step, needOf(asked, 0).header("ETag"), body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    assertThat(answer.asString()).doesNotContain("Ivanova");
  }

  @Test
  void shouldAnswerAProblemForWhatIsNotThereOrNotUnderstood() {
    assertThat(given().get("/v1/cases/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(given().get("/v1/cases/no-id").statusCode()).isEqualTo(404);
    Questionnaire asked = Requests.request("food");
    assertThat(post(asked, 0, "acceptance", "\"1\"", "{}").statusCode()).isEqualTo(404);
    assertThat(post(asked, 0, "acceptance", "\"1\"", "{nope").statusCode()).isEqualTo(400);
    for (String query : new String[] {"status=odd", "limit=x", "limit=0", "cursor=!", "sort=up"}) {
      Response answer = given().get("/v1/cases?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("application/problem+json");
    }
    assertThat(given().get("/v1/agencies/a/cases?overdue=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldPutARecordAsideThatCannotBeTakenAndGoOnWithTheNext() {
    Questionnaire asked = Requests.request("food");
    int before = decisions.all(Topics.deadLetters("case", Topics.DECISIONS)).size();

    decisions.sendBroken(Requests.routed(asked, "a"));
    decisions.send(Requests.astray(asked));
    open(Requests.routed(asked, "a"), asked);

    assertThat(decisions.all(Topics.deadLetters("case", Topics.DECISIONS))).hasSize(before + 2);
  }

  @Test
  void shouldTellOperatorsAndClientsAboutItself() {
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/openapi?format=json").jsonPath().getMap("paths"))
        .containsKey("/v1/agencies/{agency}/cases");
    assertThat(given().get("/q/metrics").asString()).contains("okno_cases_opened_total");
  }
}
