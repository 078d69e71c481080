package org.okno.cases;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.IntakeEvent.FeedbackGiven;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;
import org.okno.messaging.Json;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

@QuarkusTest
class CaseIT extends CaseFlow {
  private static final DateTimeFormatter JSON_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void shouldOpenACaseFromADecision() {
    SampleRequest request = SampleRequest.of("food", "legal");

    JsonPath found = open(request.heldButFirst("a"), request);

    assertThat(found.getString("trackingNumber"))
        .isEqualTo(request.questionnaire().trackingNumber());
    assertThat(found.getString("status")).isEqualTo("in-triage");
    assertThat(found.getList("targetGroups")).containsExactly("large-family", "disability");
    assertThat(found.getList("needs.status")).containsExactly("assigned", "in-triage");
    assertThat(found.getString("needs[0].agency.id")).isEqualTo("a");
    assertThat(found.getString("needs[0].dueAt"))
        .isEqualTo(
            JSON_TIME.format(
                request
                    .routed("a")
                    .decidedAt()
                    .plus(Duration.ofHours(SampleRequest.RESPOND_WITHIN_HOURS))));
    assertThat(found.getString("needs[0].rule")).isEqualTo("nearest-offer");
    assertThat(found.getString("applicant.state")).isEqualTo("sealed");
    assertThat(found.getList("history.type")).containsExactly("org.okno.case.case-opened.v1");
  }

  @Test
  void shouldRespondToWhoeverWaitsForACaseAsSoonAsItExists() throws Exception {
    SampleRequest request = SampleRequest.of("food");
    try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Future<Response> response = aside.submit(() -> waitFor(request, 30));
      topics.send(request.routed("a"));

      assertThat(response.get().statusCode()).isEqualTo(200);
      assertThat(response.get().header("Preference-Applied")).isEqualTo("wait=30");
      assertThat(response.get().jsonPath().getString("needs[0].agency.id")).isEqualTo("a");
    }
    assertThat(waitFor(SampleRequest.of("food"), 1).statusCode()).isEqualTo(404);
  }

  private static Response waitFor(SampleRequest request, int seconds) {
    return given().header("Prefer", "wait=" + seconds).get("/v1/cases/" + request.id());
  }

  @Test
  void shouldOpenOneCaseHoweverOftenTheDecisionComes() {
    SampleRequest request = SampleRequest.of("food");
    UUID eventId = EventIds.next();

    topics.send(eventId, request.routed("a"));
    topics.send(eventId, request.routed("a"));
    topics.send(request.routed("a"));
    open(request.rerouted(0, "b", seconds(5)), request);
    awaitAllHandled();

    assertThat(journal(request)).containsExactly("case-opened");
    assertThat(needOf(request, 0).jsonPath().getString("agency.id")).isEqualTo("a");
  }

  @Test
  void shouldAssignAWaitingNeedToTheAgencyADispatcherChose() {
    SampleRequest request = SampleRequest.of("food", "legal");
    open(request.heldButFirst("a"), request);
    String before = given().get("/v1/cases/" + request.id()).header("ETag");

    topics.send(request.rerouted(1, "b", seconds(30)));

    Await.until(() -> needOf(request, 1).jsonPath().getString("agency.id") != null);
    Response after = given().get("/v1/cases/" + request.id());
    assertThat(after.header("ETag")).isNotEqualTo(before);
    assertThat(after.jsonPath().getString("status")).isEqualTo("assigned");
    assertThat(after.jsonPath().getString("history[1].needId"))
        .isEqualTo(request.need(1).id().toString());
    assertThat(journal(request)).containsExactly("case-opened", "need-assigned");
  }

  @Test
  void shouldNotLoseADispatchersDecisionThatComesBeforeTheFirstOne() {
    SampleRequest request = SampleRequest.of("food", "legal");

    open(request.rerouted(1, "b", seconds(30)), request);
    topics.send(request.heldButFirst("a"));

    Await.until(() -> needOf(request, 0).jsonPath().getString("agency.id") != null);
    assertThat(needOf(request, 1).jsonPath().getString("agency.id")).isEqualTo("b");
    assertThat(journal(request)).containsExactly("case-opened", "need-assigned");
  }

  @Test
  void shouldChangeANeedFromAssignedToResolvedAndReadItBackAtOnce() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);
    String first = needOf(request, 0).header("ETag");

    Response accepted = post(request, 0, "acceptance", first, "{}");
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.jsonPath().getString("status")).isEqualTo("accepted");
    assertThat(needOf(request, 0).asString()).isEqualTo(accepted.asString());
    assertThat(needOf(request, 0).header("ETag")).isEqualTo(accepted.header("ETag"));

    Response resolved =
        post(request, 0, "resolution", accepted.header("ETag"), "{\"outcome\": \"helped\"}");
    assertThat(resolved.statusCode()).isEqualTo(200);
    assertThat(resolved.jsonPath().getString("outcome")).isEqualTo("helped");
    assertThat(awaitCase(request).getString("status")).isEqualTo("settled");
    assertThat(journal(request))
        .containsExactly("case-opened", "need-accepted", "need-resolved", "case-closed");
  }

  @Test
  void shouldShowWhoDidWhatWithReasonAndOutcomeAndAnAgencyOnlyItsOwn() {
    SampleRequest request = SampleRequest.of("food", "legal");
    open(request.heldButFirst("a"), request);
    topics.send(request.rerouted(1, "b", seconds(30)));
    Await.until(() -> needOf(request, 1).jsonPath().getString("agency.id") != null);
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    post(request, 1, "decline", "*", "{\"reason\": \"duplicate\"}");

    JsonPath all = awaitCase(request);
    assertThat(all.getString("history[0].actor")).as("a rule decided").isNull();
    assertThat(all.<String>getList("history.actor.subject"))
        .containsExactly(
            "dispatcher-7",
            "specialist-of-a",
            "specialist-of-a",
            "specialist-of-b",
            "specialist-of-b");
    assertThat(all.getString("history[1].actor.role")).isEqualTo("dispatcher");
    assertThat(all.getString("history[2].actor.role")).isEqualTo("specialist");
    assertThat(all.getString("history[1].agency.id")).isEqualTo("b");
    assertThat(all.getString("history[1].reason.code")).isEqualTo("only-agency");
    assertThat(all.getString("history[3].outcome")).isEqualTo("helped");
    assertThat(all.getString("history[4].declineReason")).isEqualTo("duplicate");
    JsonPath own =
        given()
            .header("Authorization", "Bearer " + tokens.ofSpecialist("a"))
            .get("/v1/cases/" + request.id())
            .jsonPath();
    assertThat(own.<String>getList("history.actor.subject"))
        .containsExactly("specialist-of-a", "specialist-of-a");
    assertThat(own.<String>getList("history.type"))
        .containsExactly(
            "org.okno.case.case-opened.v1",
            "org.okno.case.need-accepted.v1",
            "org.okno.case.need-resolved.v1",
            "org.okno.case.case-closed.v1");
    assertThat(own.getString("history[3].actor")).as("who closed it").isNull();
  }

  @Test
  void shouldGiveTheCaseAnotherTagWithEachChangeOfANeedAlsoWhereItsStatusStays() {
    SampleRequest request = SampleRequest.of("food", "legal");
    open(request.routed("a"), request);
    post(request, 0, "acceptance", needOf(request, 0).header("ETag"), "{}");
    Response before = given().get("/v1/cases/" + request.id());

    post(request, 1, "acceptance", needOf(request, 1).header("ETag"), "{}");

    Response after = given().get("/v1/cases/" + request.id());
    assertThat(after.jsonPath().getString("status"))
        .isEqualTo(before.jsonPath().getString("status"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  @Test
  void shouldApplyEveryStepWhenAgenciesChangeNeedsOfOneCaseAtTheSameTime() {
    SampleRequest request = SampleRequest.of("food", "legal", "money", "clothing");
    open(request.routed("a"), request);
    List<String> tags =
        IntStream.range(0, 4).mapToObj(need -> needOf(request, need).header("ETag")).toList();

    List<Integer> responses =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(need -> post(request, need, "acceptance", tags.get(need), "{}").statusCode())
            .toList();

    assertThat(responses).containsOnly(200);
    assertThat(given().get("/v1/cases/" + request.id()).header("ETag")).isEqualTo("\"5\"");
    assertThat(journal(request))
        .containsExactly(
            "case-opened", "need-accepted", "need-accepted", "need-accepted", "need-accepted");
  }

  @Test
  void shouldReopenASettledCaseWhenADispatcherAssignsADeclinedNeedAgain() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);
    Response declined =
        post(
            request,
            0,
            "decline",
            needOf(request, 0).header("ETag"),
            "{\"reason\": \"duplicate\"}");
    assertThat(declined.jsonPath().getString("declineReason")).isEqualTo("duplicate");

    topics.send(request.rerouted(0, "b", seconds(3_600)));

    Await.until(() -> "b".equals(needOf(request, 0).jsonPath().getString("agency.id")));
    assertThat(needOf(request, 0).jsonPath().getString("declineReason")).isNull();
    assertThat(journal(request))
        .containsExactly("case-opened", "need-declined", "case-closed", "need-assigned");
  }

  @Test
  void shouldReturnADeclinedNeedToRoutingWithWhatWasTriedAndGiveItToTheNextAgency() {
    SampleRequest request = SampleRequest.of("food").inOneOf("92701000", "92702000");
    open(request.routed("a"), request);
    Response declined = post(request, 0, "decline", "*", "{\"reason\": \"no-capacity\"}");
    assertThat(declined.jsonPath().getString("status")).isEqualTo("returned");
    assertThat(awaitCase(request).getString("status")).isEqualTo("in-triage");
    NeedDeclined first = lastDeclined(request);
    assertThat(requireNonNull(first.returned()).questionnaire()).isEqualTo(request.questionnaire());

    topics.send(request.next(first, "b"));
    Await.until(() -> "b".equals(needOf(request, 0).jsonPath().getString("agency.id")));
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "decline", "*", "{\"reason\": \"not-our-territory\"}");
    NeedDeclined second = lastDeclined(request);
    topics.send(request.heldAgain(second));
    topics.send(request.rerouted(0, "c", Duration.ofDays(400)));
    Await.until(() -> "c".equals(needOf(request, 0).jsonPath().getString("agency.id")));

    assertThat(requireNonNull(second.returned()).refusals())
        .extracting(refusal -> refusal.agency().id() + " " + refusal.reason())
        .containsExactly("a no-capacity", "b not-our-territory");
    JsonPath need = needOf(request, 0).jsonPath();
    assertThat(need.<String>getList("refusals.agency.id")).containsExactly("a", "b");
    assertThat(need.getString("acceptedAt")).isNull();
    assertThat(journal(request))
        .containsExactly(
            "case-opened",
            "need-declined",
            "need-assigned",
            "need-accepted",
            "need-declined",
            "need-assigned");
  }

  private NeedDeclined lastDeclined(SampleRequest request) {
    return Json.read(
        tables
            .strings(
                "select payload from journal where event_key = ? and type like '%need-declined.v1'"
                    + " order by seq",
                request.id().toString())
            .getLast(),
        NeedDeclined.class);
  }

  @Test
  void shouldCloseWhatNobodyHasBegunAndTellTheAgencyThatHasWhenARequestIsWithdrawn() {
    SampleRequest request = SampleRequest.of("food", "legal", "housing");
    open(request.heldButFirst("a"), request);
    topics.send(request.rerouted(1, "b", seconds(30)));
    Await.until(() -> needOf(request, 1).jsonPath().getString("agency.id") != null);
    post(request, 1, "acceptance", "*", "{}");
    post(request, 1, "start", "*", "{}");

    UUID eventId = topics.send(request.withdrawalPassedOn(Duration.ofHours(1)));
    topics.send(eventId, request.withdrawalPassedOn(Duration.ofHours(1)));
    topics.send(request.withdrawnFromTriage(2, Duration.ofHours(1)));
    Await.until(() -> needOf(request, 2).jsonPath().getString("status").equals("withdrawn"));

    JsonPath found = awaitCase(request);
    assertThat(found.getList("needs.status"))
        .containsExactly("withdrawn", "in-progress", "withdrawn");
    assertThat(found.getList("needs.withdrawal.reason")).containsOnly("not-needed").hasSize(3);
    assertThat(
            tables.strings(
                "select kind from deadline where request_id::text = ?", request.id() + ""))
        .as("of the need that is worked on")
        .isNotEmpty();
    assertThat(post(request, 0, "acceptance", "*", "{}").statusCode()).isEqualTo(409);
    Response declined = post(request, 1, "decline", "*", "{\"reason\": \"not-eligible\"}");
    assertThat(declined.jsonPath().getString("status")).as("routed no more").isEqualTo("declined");
    assertThat(awaitCase(request).getString("status")).isEqualTo("settled");
    assertThat(journal(request))
        .containsExactly(
            "case-opened",
            "need-assigned",
            "need-accepted",
            "need-started",
            "need-withdrawn",
            "need-withdrawal-requested",
            "need-withdrawal-requested",
            "need-withdrawn",
            "need-declined",
            "case-closed");
  }

  @Test
  void shouldRejectAStepWithoutATagWithAStaleOneAndInAStateThatDoesNotAllowIt() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);
    String first = needOf(request, 0).header("ETag");

    assertThat(post(request, 0, "acceptance", null, "{}").statusCode()).isEqualTo(428);
    assertThat(post(request, 0, "acceptance", "\"9\"", "{}").statusCode()).isEqualTo(412);
    Response early = post(request, 0, "resolution", first, "{\"outcome\": \"helped\"}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.jsonPath().getString("detail"))
        .contains("accept it first", "Possible now: acceptance, decline, claim.");
    assertThat(post(request, 0, "acceptance", first, "{}").statusCode()).isEqualTo(200);
    Response stale = post(request, 0, "resolution", first, "{\"outcome\": \"helped\"}");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.contentType()).startsWith("application/problem+json");
    assertThat(journal(request)).containsExactly("case-opened", "need-accepted");
  }

  @Test
  void shouldSucceedAgainAndChangeNothingWhenAStepIsRepeated() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);
    String first = needOf(request, 0).header("ETag");
    post(request, 0, "acceptance", first, "{}");
    String second = needOf(request, 0).header("ETag");

    Response again = post(request, 0, "acceptance", first, "{}");
    Response resolved = post(request, 0, "resolution", second, "{\"outcome\": \"helped\"}");
    Response resolvedAgain = post(request, 0, "resolution", second, "{\"outcome\": \"helped\"}");
    Response otherwise =
        post(request, 0, "resolution", resolved.header("ETag"), "{\"outcome\": \"referred\"}");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(second);
    assertThat(resolvedAgain.statusCode()).isEqualTo(200);
    assertThat(resolvedAgain.asString()).isEqualTo(resolved.asString());
    assertThat(otherwise.statusCode()).isEqualTo(409);
    assertThat(journal(request))
        .containsExactly("case-opened", "need-accepted", "need-resolved", "case-closed");
  }

  @Test
  void shouldStartPauseResumeResolveAndReopenANeedEachTimeAlsoWhenItIsRepeated() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);
    String due = needOf(request, 0).jsonPath().getString("dueAt");
    post(request, 0, "acceptance", "*", "{}");

    Response started = postTwice(request, "start", "{}");
    Response paused = postTwice(request, "pause", "{}");
    Response resumed = postTwice(request, "resumption", "{}");
    Response resolved = postTwice(request, "resolution", "{\"outcome\": \"helped\"}");
    assertThat(awaitCase(request).getString("status")).isEqualTo("settled");
    Response reopened = postTwice(request, "reopening", "{\"reason\": \"came-back\"}");

    assertThat(started.jsonPath().getString("status")).isEqualTo("in-progress");
    assertThat(paused.jsonPath().getString("status")).isEqualTo("waiting-for-applicant");
    assertThat(paused.jsonPath().getString("pausedAt")).isNotNull();
    assertThat(resumed.jsonPath().getString("status")).isEqualTo("in-progress");
    assertThat(resolved.jsonPath().getString("startedAt"))
        .isEqualTo(started.jsonPath().getString("startedAt"));
    assertThat(reopened.jsonPath().getString("status")).isEqualTo("assigned");
    assertThat(reopened.jsonPath().getString("dueAt")).isGreaterThan(due);
    assertThat(needOf(request, 0).asString()).isEqualTo(reopened.asString());
    JsonPath found = awaitCase(request);
    assertThat(found.getString("status")).isEqualTo("assigned");
    assertThat(found.getString("history[-1].reopenReason")).isEqualTo("came-back");
    assertThat(journal(request))
        .containsExactly(
            "case-opened",
            "need-accepted",
            "need-started",
            "need-paused",
            "need-resumed",
            "need-resolved",
            "case-closed",
            "need-reopened");
  }

  @Test
  void shouldReopenOnceWhatThePersonSaysDidNotHelpAndNothingThatWasResolvedLater() {
    SampleRequest request = SampleRequest.of("food", "legal");
    open(request.routed("a"), request);
    for (int need = 0; need < 2; need++) {
      post(request, need, "acceptance", "*", "{}");
    }
    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    post(request, 1, "decline", "*", "{\"reason\": \"duplicate\"}");
    FeedbackGiven no = new FeedbackGiven(request.id(), EventIds.next(), "no", null, Instant.now());
    FeedbackGiven partly =
        new FeedbackGiven(request.id(), EventIds.next(), "partly", null, no.givenAt());

    topics.sendAll(List.of(partly, no, no));
    Await.until(() -> "assigned".equals(needOf(request, 0).jsonPath().getString("status")));
    assertThat(needOf(request, 1).jsonPath().getString("status")).isEqualTo("declined");
    assertThat(awaitCase(request).getString("history[-1].reopenReason")).isEqualTo("not-helped");
    assertThat(awaitCase(request).getString("history[-1].actor")).isNull();
    post(request, 0, "acceptance", "*", "{}");
    post(request, 0, "resolution", "*", "{\"outcome\": \"helped\"}");
    double handled = handledFeedback();
    topics.send(no);
    Await.until(() -> handledFeedback() > handled);

    assertThat(needOf(request, 0).jsonPath().getString("status")).isEqualTo("resolved");
    assertThat(journal(request))
        .containsExactly(
            "case-opened",
            "need-accepted",
            "need-accepted",
            "need-resolved",
            "need-declined",
            "case-closed",
            "need-reopened",
            "need-accepted",
            "need-resolved",
            "case-closed");
  }

  private static double handledFeedback() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("okno_consumer_records_total"))
        .filter(line -> line.contains("case-feedback") && line.contains("processed"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Response postTwice(SampleRequest request, String step, String body) {
    String etag = needOf(request, 0).header("ETag");
    Response first = post(request, 0, step, etag, body);
    Response again = post(request, 0, step, etag, body);
    assertThat(first.statusCode()).as(step).isEqualTo(200);
    assertThat(again.statusCode()).as(step).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    return first;
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Единственная организация",
    "kk, жалғыз ұйым",
    "en, is the only agency",
    "de, Единственная организация"
  })
  void shouldSayWhyANeedWasAssignedInTheLanguageOfTheReader(String language, String words) {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);

    JsonPath need = given().header("Accept-Language", language).get(path(request, 0)).jsonPath();

    assertThat(need.getString("reason.code")).isEqualTo("only-agency");
    assertThat(need.getMap("reason.parameters"))
        .isEqualTo(Map.of("agency", "Agency a", "territory", "92701000"));
    assertThat(need.getString("reason.text")).contains(words, "Agency a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resolution|{}|/outcome",
        "resolution|{\"outcome\": \"great\"}|/outcome",
        "resolution|{\"outcome\": [1]}|/outcome",
        "decline|{\"reason\": \"duplicate\", \"note\": \"Ivanova\"}|/note",
        "acceptance|{\"note\": \"Ivanova\"}|/note",
        "decline|{\"reason\": \"too late\"}|/reason",
        "reopening|{\"reason\": \"I feel like it\"}|/reason",
        "handover|{\"to\": \"Ivanova Anna\"}|/to",
        "handover|{}|/to"
      })
  void shouldNameTheFieldThatIsWrong(String step, String body, String pointer) {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);

    Response response = post(request, 0, step, needOf(request, 0).header("ETag"), body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    assertThat(response.asString()).doesNotContain("Ivanova");
  }

  @Test
  void shouldRespondWithAProblemForWhatIsNotThereOrNotUnderstood() {
    assertThat(given().get("/v1/cases/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(given().get("/v1/cases/no-id").statusCode()).isEqualTo(404);
    SampleRequest request = SampleRequest.of("food");
    assertThat(post(request, 0, "acceptance", "\"1\"", "{}").statusCode()).isEqualTo(404);
    assertThat(post(request, 0, "acceptance", "\"1\"", "{nope").statusCode()).isEqualTo(400);
    for (String query : new String[] {"status=odd", "limit=x", "limit=0", "cursor=!", "sort=up"}) {
      Response response = given().get("/v1/cases?" + query);
      assertThat(response.statusCode()).as(query).isEqualTo(400);
      assertThat(response.contentType()).startsWith("application/problem+json");
    }
    assertThat(given().get("/v1/agencies/a/cases?overdue=maybe").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/agencies/%00/cases",
        "/v1/agencies/a/cases?need=%00",
        // Behind a need that is due in the year 999,999,999.
        "/v1/agencies/a/cases?cursor=Kzk5OTk5OTk5OS0wMS0wMVQwMDowMDowMFoKMDE5Y2FkMzAtMDU5YS03YjJmLTgwMzYtMGFlMzEyMDUxNjY1"
      })
  void shouldRejectWhatNoDatabaseCouldLookFor(String path) {
    Response response = given().urlEncodingEnabled(false).get(path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.contentType()).startsWith("application/problem+json");
  }

  @Test
  void shouldRejectAFieldThatIsThereTwice() {
    SampleRequest request = SampleRequest.of("food");
    open(request.routed("a"), request);

    Response response =
        post(
            request,
            0,
            "decline",
            needOf(request, 0).header("ETag"),
            "{\"reason\": \"duplicate\", \"reason\": \"no-capacity\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.contentType()).startsWith("application/problem+json");
  }

  @Test
  void shouldDeadLetterARecordThatCannotBeHandledAndContinueWithTheNext() {
    SampleRequest request = SampleRequest.of("food");
    int before = topics.deadLetters("case", Topics.DECISIONS).size();

    topics.sendUnreadable(request.routed("a"));
    topics.send(request.routedAstray());
    open(request.routed("a"), request);

    // They are written beside the work on the next record, not before it.
    Await.untilAsserted(
        () -> assertThat(topics.deadLetters("case", Topics.DECISIONS)).hasSize(before + 2));
  }

  @Test
  void shouldDescribeItselfToOperatorsAndClients() {
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/openapi?format=json").jsonPath().getMap("paths"))
        .containsKey("/v1/agencies/{agency}/cases");
    assertThat(given().get("/q/metrics").asString()).contains("okno_cases_opened_total");
  }
}
