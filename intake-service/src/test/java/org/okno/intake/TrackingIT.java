package org.okno.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.get;
import static org.okno.intake.Intake.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** The status that people and agencies see, as case events change it. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class TrackingIT {
  private static final AgencyRef AGENCY = new AgencyRef("a-1", "Служба помощи");
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  EventTopics topics;
  Tables tables;

  private UUID request = new UUID(0, 0);
  private String track = "";

  @BeforeEach
  void acceptARequest() {
    Intake.publishDirectory(topics);
    Response accepted = post(Questionnaires.valid("tracking-" + UUID.randomUUID()));
    request = UUID.fromString(requireNonNull(accepted.path("requestId")));
    track = "/v1/track/" + accepted.path("trackingNumber");
  }

  @Test
  void shouldNotShowATrackingNumberInMetrics() {
    RestAssured.given().post(track);
    RestAssured.given().accept("image/png").get(track);
    get(track + "/x");

    assertThat(get("/q/metrics").asString())
        .contains("http_server_requests")
        .doesNotContain(track.substring(track.lastIndexOf('/') + 1));
  }

  @Test
  void shouldShowTheStatusThatItsCasePublishes() {
    NeedRef food = need("food");
    NeedRef legal = need("legal");

    topics.send(
        new CaseEvent.CaseOpened(
            request,
            "-",
            List.of(
                new OpenedNeed(food, AGENCY, AT, null), new OpenedNeed(legal, null, null, null)),
            AT,
            null));
    awaitStatus("in-triage");
    assertThat(get(track).<List<String>>path("needs.status"))
        .containsExactly("assigned", "in-triage");
    topics.send(new CaseEvent.NeedAssigned(legal, AGENCY, AT, AT, null, null));
    awaitStatus("assigned");
    topics.send(new CaseEvent.NeedAccepted(food, AGENCY, AT.plusSeconds(60), null));
    awaitStatus("in-work");
    topics.sendAll(
        List.of(
            new CaseEvent.NeedResolved(food, AGENCY, "helped", AT.plusSeconds(90), null),
            new CaseEvent.NeedDeclined(
                legal, AGENCY, "not-eligible", AT.plusSeconds(90), null, null),
            new CaseEvent.CaseClosed(request, AT.plusSeconds(90), null)));
    awaitStatus("settled");

    assertThat(get(track).<String>path("needs[0].agency")).isEqualTo("Служба помощи");
    assertThat(get(track).<String>path("changedAt")).isEqualTo("2026-03-02T10:01:30.000Z");
  }

  @Test
  void shouldLearnFromWhatAgenciesHelpedWithButNotFromWhoWasErased() {
    assertThat(Intake.problem(train())).isEqualTo("409 urn:okno:problem:too-few-examples");
    List<String> settled = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      settled.add(settle(i % 2 == 0 ? "food" : "legal", i));
    }
    Response first = trained();
    String person = get("/v1/requests/" + settled.getFirst()).path("beneficiaryId");
    assertThat(Intake.delete("/v1/persons/" + person).statusCode()).isEqualTo(204);
    Response second = trained();

    assertThat(second.<Integer>path("examples"))
        .isEqualTo(first.<Integer>path("examples") - 1)
        .isGreaterThanOrEqualTo(32);
    int version = requireNonNull(second.<Integer>path("version"));
    assertThat(active()).containsExactly(1);
    assertThat(step(version + "/activation").<Boolean>path("active")).isTrue();
    assertThat(active()).containsExactly(version);
    assertThat(step("1/activation").statusCode()).isEqualTo(200);
    assertThat(active()).containsExactly(1);
    assertThat(step(version + "/evaluation").<Integer>path("examples")).isZero();
    tables.execute("update suggestion_model set file = '\\x4f4b' where version = " + version);
    assertThat(Intake.problem(step(version + "/activation")))
        .isEqualTo("409 urn:okno:problem:model-unreadable");
    assertThat(active()).containsExactly(1);
  }

  private String settle(String code, int number) {
    String text = code.equals("food") ? "Нужны продукты" : "Нужен юрист по алиментам";
    String id =
        requireNonNull(
            post(Questionnaires.valid("settled-" + UUID.randomUUID())
                    .replace("Сокровенные слова.", text + " " + number))
                .path("requestId"));
    String need = get("/v1/requests/" + id).path("needs.find { it.need == '" + code + "' }.id");
    NeedRef ref =
        new NeedRef(
            UUID.fromString(id),
            UUID.fromString(requireNonNull(need)),
            code,
            "hotline",
            new TerritoryRef("02701301", "Europe/Samara"),
            AT,
            null);
    topics.sendAll(
        List.of(
            new CaseEvent.CaseOpened(
                UUID.fromString(id), "-", List.of(new OpenedNeed(ref, AGENCY, AT, null)), AT, null),
            new CaseEvent.NeedResolved(ref, AGENCY, "helped", AT.plusSeconds(90), null)));
    Await.until(() -> get("/v1/requests/" + id).<String>path("status").equals("settled"));
    return id;
  }

  private static Response train() {
    return step("training");
  }

  private static Response step(String path) {
    return RestAssured.given().post("/v1/suggestions/models/" + path);
  }

  private static Response trained() {
    assertThat(train().statusCode()).isEqualTo(202);
    Response last =
        Await.value(
            () -> {
              Response training = get("/v1/suggestions/models/training");
              return training.<String>path("state").equals("running") ? null : training;
            });
    assertThat(last.<String>path("state")).isEqualTo("done");
    return last;
  }

  private static List<Integer> active() {
    return requireNonNull(
        get("/v1/suggestions/models").path("items.findAll { it.active }.version"));
  }

  @Test
  void shouldStoreWhetherItHelpedWithSealedWordsOnceAndOnlyWhenItIsSettled() {
    NeedRef food = need("food");
    String feedback = "{\"answer\": \"no\", \"words\": \"  Лекарства не привезли.  \"}";
    assertThat(Intake.problem(feedback(feedback))).isEqualTo("409 urn:okno:problem:not-settled");
    topics.sendAll(
        List.of(
            new CaseEvent.CaseOpened(
                request, "-", List.of(new OpenedNeed(food, AGENCY, AT, null)), AT, null),
            new CaseEvent.NeedResolved(food, AGENCY, "helped", AT.plusSeconds(90), null)));
    awaitStatus("settled");

    Response first = feedback(feedback);
    Response again = feedback(feedback);
    Response partly = feedback("{\"answer\": \"partly\"}");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(partly.<String>path("answer")).isEqualTo("partly");
    List<String> events =
        tables.strings(
            "select payload from journal where topic = ? and event_key = ? order by seq",
            Topics.FEEDBACK,
            request.toString());
    assertThat(events).hasSize(2);
    assertThat(events.getFirst()).contains("\"no\"", "ciphertext").doesNotContain("Лекарства");
    assertThat(
            tables.strings("select words from feedback where request_id::text = ?", request + ""))
        .noneMatch(words -> words != null && words.contains("Лекарства"));
    Response opened = Intake.open(request.toString(), "call-back");
    assertThat(opened.<List<String>>path("feedback.answer")).containsExactly("no", "partly");
    assertThat(opened.<List<String>>path("feedback.state")).containsExactly("open", "none");
    assertThat(opened.<String>path("feedback[0].words")).isEqualTo("Лекарства не привезли.");
  }

  @Test
  void shouldNameWhatIsWrongWithFeedbackAndCountANumberThatDoesNotExist() {
    assertThat(Intake.pointers(feedback("{\"answer\": \"maybe\"}"))).containsExactly("/answer");
    assertThat(Intake.pointers(feedback("{\"words\": \"Иванова\"}"))).containsExactly("/answer");
    assertThat(
            Intake.pointers(
                feedback("{\"answer\": \"no\", \"words\": \"" + "я".repeat(4001) + "\"}")))
        .containsExactly("/words");
    track = "/v1/track/0000-0000-00";

    assertThat(feedback("{\"answer\": \"no\"}").statusCode()).isEqualTo(404);
    assertThat(get("/q/metrics").asString())
        .contains("okno_intake_tracking_wrong_numbers_total{outcome=\"unknown\"");
  }

  private Response feedback(String body) {
    return RestAssured.given()
        .header("Authorization", "")
        .contentType("application/json")
        .body(body)
        .post(track + "/feedback");
  }

  @Test
  void shouldExplainInThreeLanguagesWhatHappensAndWhatComesNext() {
    topics.send(
        new CaseEvent.CaseOpened(
            request, "-", List.of(new OpenedNeed(need("food"), AGENCY, AT, null)), AT, null));
    awaitStatus("assigned");

    for (String language : List.of("ru", "kk", "en")) {
      Response tracked = RestAssured.given().header("Accept-Language", language).get(track);
      assertThat(tracked.<String>path("needs[0].explanation.now")).contains("Служба помощи");
      assertThat(tracked.<String>path("explanation.next"))
          .contains(
              Map.of("ru", "Срок: 2 марта", "kk", "2 наурыз", "en", "2 March 2026").get(language));
      assertThat(tracked.<String>path("explanation.by")).isEqualTo("2026-03-02T10:00:00.000Z");
    }
  }

  @Test
  void shouldNotBringBackAnOldStatusByADuplicate() {
    NeedRef food = need("food");
    CaseEvent opened =
        new CaseEvent.CaseOpened(
            request, "-", List.of(new OpenedNeed(food, AGENCY, AT, null)), AT, null);
    UUID eventId = topics.send(opened);
    topics.send(new CaseEvent.NeedAccepted(food, AGENCY, AT.plusSeconds(60), null));
    awaitStatus("in-work");

    topics.send(eventId, opened);
    topics.send(
        new CaseEvent.NeedAccepted(food, new AgencyRef("a-2", "Другая"), AT.plusSeconds(70), null));

    Await.until(() -> "Другая".equals(get(track).path("needs[0].agency")));
    assertThat(get(track).<String>path("status")).isEqualTo("in-work");
  }

  @Test
  void shouldKeepTheStatusWhenAnOlderEventIsReplayed() {
    NeedRef opened = need("food", 1L);
    NeedRef accepted = version(opened, 2);
    NeedRef resolved = version(opened, 3);
    topics.sendAll(
        List.of(
            new CaseEvent.CaseOpened(
                request, "-", List.of(new OpenedNeed(opened, AGENCY, AT, null)), AT, null),
            new CaseEvent.NeedResolved(resolved, AGENCY, "helped", AT.plusSeconds(90), null)));
    awaitStatus("settled");

    // By version, not by time: the clock of the case service may have been wrong.
    topics.replay(
        "intake-cases", new CaseEvent.NeedAccepted(accepted, AGENCY, AT.plusSeconds(900), null));
    NeedRef other = need("legal", 1L);
    topics.replay(
        "intake-cases",
        new CaseEvent.CaseOpened(
            request, "-", List.of(new OpenedNeed(other, AGENCY, AT, null)), AT, null));

    Await.until(() -> get(track).<List<String>>path("needs.status").size() == 2);
    assertThat(get(track).<List<String>>path("needs.status"))
        .containsExactly("settled", "assigned");
  }

  @Test
  void shouldKeepAnEntryOfTheDirectoryWhenAnOlderOneIsReplayed() {
    String code = "n-" + UUID.randomUUID();
    topics.send(new TermPublished("need", code, "Новое", "New", AT, 7L, null));
    Await.until(() -> get("/v1/needs").asString().contains(code));

    topics.replay(
        "intake-directory",
        new TermPublished("need", code, "Старое", "Old", AT.plusSeconds(9), 6L, null));
    topics.replay(
        "intake-directory", new TermPublished("need", code + "-2", "Да", "Yes", AT, 6L, null));

    Await.until(() -> get("/v1/needs").asString().contains(code + "-2"));
    assertThat(get("/v1/needs").<String>path("items.find { it.code == '" + code + "' }.nameEn"))
        .isEqualTo("New");
  }

  @Test
  void shouldDeadLetterPoisonAndHandleTheOthers() {
    NeedRef food = need("food");
    topics.send(new ProducerRecord<>(Topics.CASES, request.toString(), new byte[] {1}));
    topics.send(
        new CaseEvent.CaseOpened(
            request, "-", List.of(new OpenedNeed(food, AGENCY, AT, null)), AT, null));

    awaitStatus("assigned");
    // It is written beside the work on the next record, not before it.
    topics.await(
        Topics.deadLetters("intake-cases", Topics.CASES),
        letter -> request.toString().equals(letter.key()));
    assertThat(topics.deadLetters("intake-cases", Topics.CASES))
        .filteredOn(record -> request.toString().equals(record.key()))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).containsExactly(1);
              assertThat(EventTopics.header(record, "dead-letter-reason")).contains("CloudEvent");
            });
    assertThat(get("/q/metrics").asString()).contains("outcome=\"dead-lettered\"");
  }

  private static NeedRef version(NeedRef need, long version) {
    return new NeedRef(
        need.requestId(),
        need.needId(),
        need.need(),
        need.channel(),
        need.territory(),
        need.requestedAt(),
        version);
  }

  private NeedRef need(String need) {
    return need(need, null);
  }

  private NeedRef need(String need, @Nullable Long version) {
    return new NeedRef(
        request,
        EventIds.next(),
        need,
        "hotline",
        new TerritoryRef("02701301", "Europe/Samara"),
        Instant.EPOCH,
        version);
  }

  /** The same in tracking and in the request. */
  private void awaitStatus(String status) {
    Await.until(() -> status.equals(get(track).path("status")));
    assertThat(get("/v1/requests/" + request).<String>path("status")).isEqualTo(status);
  }
}
