package org.okno.routing.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.engines.postgres.Postgres;
import org.okno.messaging.EventIds;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** The triage desk, filled from decisions, in the demo region. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class TriageIT {
  private static final TerritoryRef TIKHOOZYORSK = new TerritoryRef("02703000", "Europe/Samara");

  EventTopics topics;
  Tables tables;
  Tokens tokens;
  Postgres postgres;

  @Test
  void shouldLetADispatcherAssignWhatWasHeld() {
    SampleRequest request = held("food", "other");
    UUID food = request.need(0).id();
    UUID other = request.need(1).id();
    String first =
        onTheDesk(request)
            .body("state", equalTo("waiting"))
            .body("needs[0].candidates[0].agency.id", equalTo("food-bank"))
            .extract()
            .header("ETag");
    given().get("/v1/triage/counts").then().statusCode(200).body("total", greaterThan(0));

    String second =
        assign(request, first, food, "food-bank")
            .statusCode(200)
            .body("state", equalTo("waiting"))
            .body("needs[0].agency.id", equalTo("food-bank"))
            .body("needs[0].assignedBy.subject", equalTo("all"))
            .body("needs[0].assignedBy.role", equalTo("dispatcher"))
            .extract()
            .header("ETag");
    assign(request, first, other, "food-bank").statusCode(412);
    assign(request, second, food, "crisis-center").statusCode(409);
    assign(request, second, other, "crisis-center").statusCode(200).body("state", equalTo("done"));

    assertThat(
            tables.strings(
                "select payload from journal where event_key = ? order by seq",
                request.id().toString()))
        .hasSize(2)
        .first()
        .asString()
        .contains(
            "\"rule\":\"dispatcher\"",
            "\"respondWithinHours\":24",
            "\"actor\":{\"subject\":\"all\",\"role\":\"dispatcher\"}",
            "\"dispatcher\":\"all\"");
    assertThat(waiting()).doesNotContain(request.id().toString());
  }

  @Test
  void shouldPutANeedThatCameBackOnTheDeskOnceWithWhoDeclinedIt() {
    SampleRequest request =
        SampleRequest.of(TIKHOOZYORSK, "hotline", Instant.parse("2026-03-02T06:12:00Z"), "food");
    NeedHeld back = request.heldAgain(request.returned("food-bank", Duration.ofHours(1)));
    topics.send(back);
    String first =
        onTheDesk(request)
            .body("state", equalTo("waiting"))
            .body("needs[0].refusals.agency.id", equalTo(List.of("food-bank")))
            .extract()
            .header("ETag");
    String second =
        assign(request, first, request.need(0).id(), "crisis-center")
            .body("state", equalTo("done"))
            .extract()
            .header("ETag");

    topics.send(back);
    SampleRequest later = held("food");
    onTheDesk(later);
    onTheDesk(request).header("ETag", second).body("state", equalTo("done"));
    topics.send(
        request.heldAgain(
            request.returned(
                "crisis-center",
                Duration.between(
                    request.questionnaire().requestedAt(), Instant.now().plusSeconds(60)))));

    Await.until(() -> !second.equals(given().get("/v1/triage/" + request.id()).header("ETag")));
    onTheDesk(request)
        .body("state", equalTo("waiting"))
        .body("needs.size()", equalTo(1))
        .body("needs[0].refusals.agency.id", equalTo(List.of("crisis-center")));
  }

  @Test
  void shouldTakeWithdrawnNeedsOffTheDeskOnceAndLeaveWhatADispatcherAssigned() {
    SampleRequest request = held("food", "other");
    UUID food = request.need(0).id();
    String etag = onTheDesk(request).extract().header("ETag");
    assign(request, etag, food, "food-bank").statusCode(200);

    topics.send(request.withdrawalPassedOn(Duration.ofHours(1)));
    topics.send(request.withdrawalPassedOn(Duration.ofHours(1)));
    Await.until(() -> !waiting().contains(request.id().toString()));

    Response entry = given().get("/v1/triage/" + request.id());
    assertThat(entry.jsonPath().getString("state")).isEqualTo("done");
    assertThat(entry.jsonPath().getString("needs[0].agency.id")).isEqualTo("food-bank");
    assertThat(entry.jsonPath().getString("needs[0].withdrawnAt")).isNull();
    assertThat(entry.jsonPath().getString("needs[1].withdrawnAt")).isNotNull();
    assign(request, entry.header("ETag"), request.need(1).id(), "food-bank")
        .statusCode(409)
        .body("type", equalTo("urn:okno:problem:withdrawn"));
    assertThat(tables.journal(request.id()))
        .extracting(type -> type.replaceAll(".*routing\\.|\\.v1", ""))
        .containsExactly("request-rerouted", "needs-withdrawn");
  }

  @Test
  void shouldCorrectAnEntryWithNewNeedsAndWithoutTheRemovedOnes() {
    SampleRequest request = held("food", "other");
    onTheDesk(request);
    SampleRequest now = request.corrected("job");

    topics.send(request.correctionHeld(now, Duration.ofHours(1)));
    topics.send(request.correctionHeld(now, Duration.ofHours(1)));
    Await.until(() -> !tables.journal(request.id()).isEmpty());

    onTheDesk(request)
        .body("urgency", equalTo("urgent"))
        .body("needs.need", equalTo(List.of("food", "other", "job")))
        .body("needs[1].withdrawnAt", notNullValue())
        .body("needs[2].withdrawnAt", nullValue());
    assertThat(tables.journal(request.id())).containsExactly("org.okno.routing.needs-withdrawn.v1");
  }

  @Test
  void shouldNotHoldANeedThatCameBackAfterItWasWithdrawn() {
    SampleRequest request =
        SampleRequest.of(TIKHOOZYORSK, "hotline", Instant.parse("2026-03-02T06:12:00Z"), "food");
    topics.send(request.withdrawalPassedOn(Duration.ofMinutes(30)));
    topics.send(request.heldAgain(request.returned("food-bank", Duration.ofMinutes(29))));

    onTheDesk(request).body("state", equalTo("done"));
    assertThat(waiting()).doesNotContain(request.id().toString());
    assertThat(tables.journal(request.id())).hasSize(1);
  }

  @Test
  void shouldShowWhatMayBeNeededAndSettleWhatTheDispatcherFinds() {
    SampleRequest asked = request(RequestedNeed.UNCLEAR);
    UUID need = asked.need(0).id();
    SampleRequest request =
        new SampleRequest(
            asked
                .questionnaire()
                .withNeeds(
                    List.of(
                        new RequestedNeed(
                            need,
                            RequestedNeed.UNCLEAR,
                            null,
                            new NeedSuggestion(
                                3,
                                null,
                                List.of(new NeedSuggestion.NeedCandidate("food", 0.41)))))));
    topics.send(decision(request));
    String etag =
        onTheDesk(request)
            .body("needs[0].need", equalTo("unclear"))
            .body("needs[0].suggestion.candidates[0].need", equalTo("food"))
            .body("needs[0].suggestion.candidates[0].confidence", equalTo(0.41f))
            .extract()
            .header("ETag");

    assign(request, etag, need, "food-bank")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/assignments/0/need")));
    post(
            request.id(),
            etag,
            "{\"assignments\":[{\"needId\":\"%s\",\"agencyId\":\"food-bank\",\"need\":\"food\"}]}"
                .formatted(need))
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("needs[0].need", equalTo("food"));

    assertThat(
            tables.strings(
                "select payload from journal where event_key = ?", request.id().toString()))
        .singleElement()
        .asString()
        .contains("\"need\":\"food\"", "\"rule\":\"dispatcher\"");
  }

  @Test
  void shouldRepeatASuccessfulStepWithoutASecondEvent() {
    SampleRequest request = held("food");
    UUID food = request.need(0).id();
    String first = onTheDesk(request).extract().header("ETag");
    String second = assign(request, first, food, "food-bank").extract().header("ETag");

    assign(request, first, food, "food-bank").statusCode(200).header("ETag", second);

    assertThat(tables.journal(request.id())).hasSize(1);
  }

  @Test
  void shouldSayWhyInTheLanguageOfTheDispatcher() {
    SampleRequest request = held("food");
    onTheDesk(request).body("needs[0].reason.text", containsString("несколько организаций"));

    inLanguage("kk-KZ, ru;q=0.5", request)
        .body("needs[0].reason.code", equalTo("several-agencies"))
        .body("needs[0].reason.parameters.territory", equalTo("Тихоозёрск"))
        .body("needs[0].reason.text", containsString("бірнеше ұйым"));
    inLanguage("en", request)
        .body("needs[0].candidates[0].reason.text", equalTo("Offers this in Тихоозёрск."));
  }

  @Test
  void shouldListWaitingRequestsPageByPage() {
    List<SampleRequest> requests = List.of(held("food"), held("food"), held("food"));
    requests.forEach(TriageIT::onTheDesk);

    Response page = given().get("/v1/triage?limit=2");

    assertThat(page.jsonPath().getList("items")).hasSize(2);
    String next = page.header("Link").replaceAll("<(.*)>.*", "$1");
    assertThat(given().urlEncodingEnabled(false).get(next).jsonPath().getList("items"))
        .isNotEmpty();
    assertThat(waiting()).containsAll(requests.stream().map(one -> one.id().toString()).toList());
  }

  @Test
  void shouldShowEmergenciesFirstThenWhoeverHasWaitedLongest() {
    String territory = "desk-" + EventIds.next();
    SampleRequest young = urgent("normal", territory, 5, "food");
    SampleRequest planned = urgent("planned", territory, 600, "food");
    SampleRequest emergency = urgent("emergency", territory, 1, "housing");
    SampleRequest old = urgent("normal", territory, 90, "food", "housing");
    List<SampleRequest> expected = List.of(emergency, old, young, planned);
    expected.forEach(one -> topics.send(decision(one)));
    expected.forEach(TriageIT::onTheDesk);

    String desk = "/v1/triage?limit=1&territory=" + territory;
    assertThat(walk(desk)).containsExactlyElementsOf(ids(emergency, old, young, planned));
    assertThat(walk(desk + "&need=housing")).containsExactlyElementsOf(ids(emergency, old));
    assertThat(walk(desk + "&need=housing&reason=several-agencies&urgency=normal"))
        .containsExactlyElementsOf(ids(old));
    assertThat(walk(desk + "&reason=no-agency")).isEmpty();
    assertThat(walk(desk + "&minAgeMinutes=60")).containsExactlyElementsOf(ids(old, planned));
    given()
        .get("/v1/triage/counts?territory=" + territory)
        .then()
        .body("total", equalTo(4))
        .body("needs", equalTo(5))
        .body("emergencies", equalTo(1))
        .body("unclaimed", equalTo(4))
        .body("oldestReceivedAt", equalTo(onTheDesk(planned).extract().path("receivedAt")));
    given().get(desk).then().body("items[0].ageMinutes", greaterThan(0));
    given().get("/v1/triage?minAgeMinutes=-1").then().statusCode(400);
    given().get("/v1/triage?urgency=high").then().statusCode(400);
  }

  @Test
  void shouldKeepTwoDispatchersFromWorkingOnOneEntry() {
    String territory = "desk-" + EventIds.next();
    SampleRequest request = urgent("urgent", territory, 5, "food");
    topics.send(decision(request));
    String first = onTheDesk(request).extract().header("ETag");
    String assignment = assignment(request.need(0).id(), "food-bank");

    step("anna", request, null, "claim", "{}").statusCode(428);
    String claimed =
        step("anna", request, first, "claim", "{}")
            .statusCode(200)
            .body("claimedBy", equalTo("anna"))
            .extract()
            .header("ETag");
    step("anna", request, first, "claim", "{}").statusCode(200).header("ETag", claimed);
    for (String step : List.of("claim", "release")) {
      step("boris", request, claimed, step, "{}")
          .statusCode(409)
          .body("detail", containsString("Dispatcher anna works on the entry until "));
    }
    step("boris", request, claimed, "assignments", assignment)
        .statusCode(409)
        .body("detail", containsString("Dispatcher anna works on the entry until "));
    assertThat(claimed("anna", "me", territory)).isEqualTo(1);
    assertThat(claimed("boris", "others", territory)).isEqualTo(1);
    assertThat(claimed("boris", "nobody", territory)).isZero();

    tables.execute(
        "update triage_entry set claimed_until = now() where territory = '%s'"
            .formatted(territory));
    assertThat(claimed("boris", "nobody", territory)).isEqualTo(1);
    String second =
        step("boris", request, claimed, "claim", "{}")
            .body("claimedBy", equalTo("boris"))
            .extract()
            .header("ETag");
    String released =
        step("boris", request, second, "release", "{}")
            .statusCode(200)
            .body("claimedBy", nullValue())
            .extract()
            .header("ETag");
    step("boris", request, second, "release", "{}").statusCode(200).header("ETag", released);
    step("anna", request, second, "claim", "{}").statusCode(412);
    step("anna", request, released, "claim", "{}").statusCode(200);
    step("anna", request, "*", "assignments", assignment)
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("claimedBy", nullValue());
    step("boris", request, "*", "claim", "{}").statusCode(409);
    step("boris", request, "*", "release", "{}").statusCode(200);
  }

  @Test
  void shouldGiveAnEntryThatTwoClaimAtTheSameTimeToOne() throws Exception {
    List<SampleRequest> requests = List.of(held("food"), held("food"), held("food"), held("food"));
    requests.forEach(TriageIT::onTheDesk);
    CyclicBarrier together = new CyclicBarrier(2);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (SampleRequest request : requests) {
        List<Future<Integer>> statuses =
            Stream.of("anna", "boris")
                .map(
                    who ->
                        threads.submit(
                            () -> {
                              together.await();
                              return step(who, request, "\"1\"", "claim", "{}")
                                  .extract()
                                  .statusCode();
                            }))
                .toList();
        assertThat(List.of(statuses.get(0).get(), statuses.get(1).get()))
            .containsExactlyInAnyOrder(200, 409);
      }
    }
  }

  @Test
  void shouldSettleSeveralAtOnceEachByItself() {
    SampleRequest good = held("food");
    SampleRequest stale = held("food");
    SampleRequest wrong = held("food");
    SampleRequest foreign = held("food");
    List.of(good, stale, wrong, foreign).forEach(TriageIT::onTheDesk);
    step("anna", foreign, "*", "claim", "{}").statusCode(200);
    String items =
        Stream.of(
                item(good, 1, "food-bank"),
                item(stale, 7, "food-bank"),
                item(wrong, 1, "nobody"),
                item(foreign, 2, "food-bank"),
                item(request("food"), 1, "food-bank"))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));

    for (int time = 0; time < 2; time++) {
      settle(items)
          .statusCode(200)
          .body("items.status", equalTo(List.of(200, 412, 400, 409, 404)))
          .body("items[0].entry.state", equalTo("done"))
          .body("items[2].problem.errors[0].pointer", equalTo("/items/2/assignments/0/agencyId"))
          .body("items[3].problem.detail", containsString("Dispatcher anna"));
    }

    assertThat(tables.journal(good.id())).hasSize(1);
    assertThat(tables.journal(stale.id())).isEmpty();
    settle("{\"items\":[]}").statusCode(400).body("errors[0].pointer", equalTo("/items"));
    settle("{\"items\":[{}]}").statusCode(400);
  }

  @Test
  void shouldNameEveryInvalidField() {
    SampleRequest request = held("other");
    String etag = onTheDesk(request).extract().header("ETag");

    post(
            request.id(),
            etag,
            "{\"assignments\":[{\"needId\":\"%s\",\"agencyId\":\"y\"}]}".formatted(EventIds.next()))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItems("/assignments/0/needId", "/assignments/0/agencyId"));
    assign(request, null, request.id(), "food-bank").statusCode(428);
    assign(request, "\"nonsense\"", request.id(), "food-bank").statusCode(412);
    assertThat(tables.journal(request.id())).isEmpty();
  }

  @Test
  void shouldRespondToBadInputWithAProblem() {
    UUID unknown = EventIds.next();
    given().get("/v1/triage/not-an-id").then().statusCode(404);
    given()
        .get("/v1/triage/" + unknown)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/v1/triage?limit=many").then().statusCode(400);
    given().get("/v1/triage?cursor=%21").then().statusCode(400);
    given().get("/v1/triage?state=done").then().statusCode(400);
    post(unknown, "\"1\"", "{").statusCode(400).contentType("application/problem+json");
    post(unknown, "\"1\"", "null").statusCode(400);
    post(unknown, "\"1\"", "{\"dispatcher\": \"d-7\"}").statusCode(400);
    post(unknown, "\"1\"", "{\"assignments\": [{\"needId\": \"x\"}]}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/assignments/0/needId"));
    post(unknown, "\"1\"", "{\"extra\": \"" + "x".repeat(5_000_000) + "\"}").statusCode(413);
    given()
        .contentType("text/plain")
        .body("x")
        .post("/v1/triage/" + unknown + "/assignments")
        .then()
        .statusCode(415);
  }

  @Test
  void shouldPutARequestOnTheDeskOnceAndKeepWhatADispatcherChanged() {
    SampleRequest request = request("food");
    UUID id = EventIds.next();
    topics.send(id, decision(request));
    String etag = onTheDesk(request).extract().header("ETag");
    assign(request, etag, request.need(0).id(), "food-bank").statusCode(200);
    topics.send(id, decision(request));

    onTheDesk(held("food"));

    onTheDesk(request).body("state", equalTo("done"));
  }

  @Test
  void shouldDeadLetterAnUnreadableDecisionAndContinue() {
    SampleRequest next = request("food");
    topics.sendUnreadable(decision(next));
    topics.send(decision(next));

    onTheDesk(next);
    // It is written beside the work on the next record, not before it.
    topics.await(Topics.deadLetters("routing-triage", Topics.DECISIONS), letter -> true);
  }

  @Test
  void shouldRetryWhatCameWhileTheDatabaseWasAway() {
    postgres.kill();
    SampleRequest request = held("food");
    given().get("/v1/triage").then().statusCode(503);
    postgres.start();

    onTheDesk(request);
    assertThat(tables.count("triage_entry where request_id = ?", request.id())).isEqualTo(1);
  }

  private SampleRequest held(String... needs) {
    SampleRequest request = request(needs);
    topics.send(decision(request));
    return request;
  }

  /** The decision as the rules would make it: several agencies offer each need. */
  private static RequestHeld decision(SampleRequest request) {
    return new RequestHeld(
        request.questionnaire(),
        List.of(),
        request.questionnaire().needs().stream()
            .map(
                need ->
                    new HeldNeed(
                        need.id(),
                        need.need(),
                        "several-agencies",
                        List.of(
                            new Candidate(
                                new AgencyRef("food-bank", "Банк еды"),
                                "offers-here",
                                Map.of("territory", "Тихоозёрск"))),
                        Map.of("territory", "Тихоозёрск")))
            .toList(),
        request.questionnaire().receivedAt());
  }

  private static SampleRequest request(String... needs) {
    return SampleRequest.of(TIKHOOZYORSK, "hotline", Instant.parse("2026-03-02T06:12:00Z"), needs);
  }

  /** A request that Okno has had for so many minutes. */
  private static SampleRequest urgent(
      String urgency, String territory, int minutes, String... needs) {
    Questionnaire plain =
        SampleRequest.of(
                new TerritoryRef(territory, "Europe/Samara"),
                "hotline",
                Instant.now().minus(Duration.ofMinutes(minutes + 1)),
                needs)
            .questionnaire();
    return new SampleRequest(
        new Questionnaire(
            plain.requestId(),
            plain.trackingNumber(),
            plain.channel(),
            plain.requestedAt(),
            plain.receivedAt(),
            plain.territory(),
            plain.applicantId(),
            plain.beneficiaryId(),
            plain.targetGroups(),
            urgency,
            plain.needs(),
            plain.sealed()));
  }

  private static List<String> ids(SampleRequest... requests) {
    return Stream.of(requests).map(one -> one.id().toString()).toList();
  }

  /** The ids of a list, page by page. */
  private static List<String> walk(String path) {
    List<String> found = new ArrayList<>();
    @Nullable String next = path;
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      found.addAll(page.jsonPath().getList("items.requestId"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return found;
  }

  private int claimed(String who, String by, String territory) {
    return given()
        .header("Authorization", "Bearer " + token(who))
        .get("/v1/triage/counts?claimed=" + by + "&territory=" + territory)
        .jsonPath()
        .getInt("total");
  }

  private ValidatableResponse step(
      String who, SampleRequest request, @Nullable String etag, String step, String body) {
    RequestSpecification call =
        given()
            .header("Authorization", "Bearer " + token(who))
            .contentType("application/json")
            .body(body);
    return (etag == null ? call : call.header("If-Match", etag))
        .post("/v1/triage/" + request.id() + "/" + step)
        .then();
  }

  private @Nullable String token(String who) {
    return tokens.of("dispatcher", Map.of("sub", who));
  }

  private static ValidatableResponse settle(String batch) {
    return given()
        .contentType("application/json")
        .body(batch)
        .post("/v1/triage/assignments")
        .then();
  }

  private static String item(SampleRequest request, int version, String agency) {
    return "{\"requestId\":\"%s\",\"version\":%d,%s"
        .formatted(request.id(), version, assignment(request.need(0).id(), agency).substring(1));
  }

  private static String assignment(UUID need, String agency) {
    return "{\"assignments\":[{\"needId\":\"%s\",\"agencyId\":\"%s\"}]}".formatted(need, agency);
  }

  private static ValidatableResponse onTheDesk(SampleRequest request) {
    return Await.value(
        () -> {
          Response response = given().get("/v1/triage/" + request.id());
          return response.statusCode() == 200 ? response.then() : null;
        });
  }

  private static ValidatableResponse inLanguage(String language, SampleRequest request) {
    return given()
        .header("Accept-Language", language)
        .get("/v1/triage/" + request.id())
        .then()
        .statusCode(200);
  }

  private static List<String> waiting() {
    return given().get("/v1/triage?limit=1000").jsonPath().getList("items.requestId");
  }

  private static ValidatableResponse assign(
      SampleRequest request, @Nullable String etag, UUID need, String agency) {
    return post(request.id(), etag, assignment(need, agency));
  }

  private static ValidatableResponse post(UUID requestId, @Nullable String etag, String body) {
    RequestSpecification request = given().contentType("application/json").body(body);
    return (etag == null ? request : request.header("If-Match", etag))
        .post("/v1/triage/" + requestId + "/assignments")
        .then();
  }
}
