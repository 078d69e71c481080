package org.okno.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.get;
import static org.okno.intake.Intake.pointers;
import static org.okno.intake.Intake.post;
import static org.okno.intake.Intake.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Topics;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** Acceptance of single requests, on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class AcceptanceIT {
  EventTopics topics;
  Tables tables;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldAcceptARequestAndShowItAtOnce() {
    Response accepted = post(Questionnaires.valid("accept-1"));

    assertThat(accepted.statusCode()).isEqualTo(201);
    String id = accepted.path("requestId");
    String number = accepted.path("trackingNumber");
    assertThat(accepted.header("Location")).endsWith("/v1/requests/" + id);
    assertThat(accepted.<String>path("receipt.text")).contains("принято", number);
    assertThat(accepted.asString()).doesNotContain("recognizedNeeds");
    Response read = get("/v1/requests/" + id);
    assertThat(read.<String>path("status")).isEqualTo("received");
    assertThat(read.<String>path("territory")).isEqualTo("02701301");
    assertThat(read.<List<String>>path("needs.need")).containsExactly("food", "legal");
    assertThat(read.<List<String>>path("targetGroups")).containsExactly("disability");
    assertThat(get("/v1/track/" + number.toLowerCase(Locale.ROOT)).<String>path("status"))
        .isEqualTo("received");
    assertThat(get("/v1/requests?channel=hotline&limit=1000").asString()).contains(id);
    assertThat(Intake.open(id, "disclosure-request").asString())
        .contains(
            Questionnaires.NAME,
            Questionnaires.PHONE,
            Questionnaires.OTHER_NAME,
            "Сокровенные слова");
    assertThat(
            tables.strings(
                "select payload from journal where topic = ? and event_key = ?",
                Topics.QUESTIONNAIRES,
                id))
        .singleElement()
        .satisfies(
            payload ->
                assertThat(payload)
                    .contains(
                        number,
                        "Europe/Samara",
                        "\"actor\":{\"subject\":\"all\",\"role\":\"operator\"}"));
  }

  @Test
  void shouldRecognizeNeedsInATextAndTellTheChannelTheSameAtARetry() {
    String body =
        Questionnaires.ofText(
            "text-1", "Нужны продукты, дома нечего есть. Нужна консультация юриста по алиментам.");
    Response accepted = post(body);

    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(accepted.<List<String>>path("recognizedNeeds.need"))
        .containsExactlyInAnyOrder("food", "legal");
    assertThat(post(body).asString()).isEqualTo(accepted.asString());
    String id = accepted.path("requestId");
    assertThat(get("/v1/requests/" + id).<List<String>>path("needs.need"))
        .containsExactlyInAnyOrder("food", "legal");
    assertThat(
            tables.strings(
                "select payload from journal where topic = ? and event_key = ?",
                Topics.QUESTIONNAIRES,
                id))
        .singleElement()
        .asString()
        .contains("\"suggestion\":{\"model\":1,\"confidence\":0.")
        .doesNotContain("продукт");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😭😭😭", "Здравствуйте", "hello", "☎"})
  void shouldAcceptATextThatTellsNothingForADispatcher(String text) {
    Response accepted = post(Questionnaires.ofText("unclear-" + text.hashCode(), text));

    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(accepted.<List<Object>>path("recognizedNeeds")).isEmpty();
    assertThat(get("/v1/requests/" + accepted.path("requestId")).<List<String>>path("needs.need"))
        .containsExactly("unclear");
  }

  @ParameterizedTest
  @CsvSource({"ru, принято", "kk, қабылданды", "en, received", "de, принято"})
  void shouldWriteTheReceiptInTheLanguageOfThePost(String language, String word) {
    Response accepted =
        post(Questionnaires.valid("receipt-" + language), "Accept-Language", language);

    assertThat(accepted.<String>path("receipt.text")).contains(word);
  }

  @Test
  void shouldGiveARetryTheFirstResponse() {
    Response first = post(Questionnaires.valid("retry-1"), "Accept-Language", "en");
    Response again =
        post(
            Questionnaires.valid("retry-1").replace("{\"name\"", "{ \"name\""),
            "Accept-Language",
            "ru");
    Response byKey = post(Questionnaires.withoutExternalId(), "Idempotency-Key", "retry-key");
    Response byKeyAgain = post(Questionnaires.withoutExternalId(), "Idempotency-Key", "retry-key");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString()).contains("Your request");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(byKeyAgain.asString()).isEqualTo(byKey.asString()).isNotEqualTo(first.asString());
  }

  @Test
  void shouldAcceptOnceWhatIsPostedManyTimesConcurrently() throws Exception {
    long requests = tables.count("request");
    long persons = tables.count("person");
    Set<String> bodies = new HashSet<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
      List<Future<Response>> responses =
          IntStream.range(0, 64)
              .mapToObj(i -> clients.submit(() -> post(Questionnaires.valid("concurrent"))))
              .toList();
      for (Future<Response> response : responses) {
        bodies.add(response.get().asString());
      }
    }
    assertThat(bodies).hasSize(1);
    assertThat(tables.count("request")).isEqualTo(requests + 1);
    // The applicant may be known from another test; the beneficiary, without a phone, is new.
    assertThat(tables.count("person") - persons).isBetween(1L, 2L);
  }

  @Test
  void shouldRejectTheSameKeysWithAnotherBody() {
    post(Questionnaires.withoutExternalId(), "Idempotency-Key", "conflict-key");
    post(Questionnaires.valid("conflict-1"));
    long before = tables.count("request");

    Response sameKey =
        post(
            Questionnaires.withoutExternalId().replace("urgent", "normal"),
            "Idempotency-Key",
            "conflict-key");
    Response sameId = post(Questionnaires.valid("conflict-1").replace("urgent", "normal"));

    assertThat(problem(sameKey)).isEqualTo("422 urn:okno:problem:idempotency-key-reused");
    assertThat(problem(sameId)).isEqualTo("409 urn:okno:problem:external-id-reused");
    assertThat(sameId.contentType()).startsWith("application/problem+json");
    assertThat(tables.count("request")).isEqualTo(before);
  }

  @Test
  void shouldReportEveryValidationErrorAndStoreNothing() {
    List<Long> before = counts();

    assertThat(pointers(post("{\"consent\": 1, \"name\": \"x\"}")))
        .containsExactlyInAnyOrder(
            "/externalId", "/channel", "/territory", "/applicant", "/text", "/consent", "/name");
    assertThat(pointers(post(Questionnaires.valid("w").replace("02701301", "99999999"))))
        .containsExactly("/territory");
    assertThat(pointers(post(Questionnaires.valid("w").replace("2026-03", "2126-03"))))
        .containsExactly("/requestedAt");
    assertThat(pointers(post(Questionnaires.withoutExternalId()))).containsExactly("/externalId");
    assertThat(pointers(post(Questionnaires.valid("w"), "Idempotency-Key", "x".repeat(256))))
        .containsExactly("header:Idempotency-Key");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void shouldRejectWhatIsNoQuestionnaireAndStoreNothing() {
    List<Long> before = counts();
    byte[] notUtf8 = Questionnaires.valid("latin").getBytes(UTF_8);
    notUtf8[notUtf8.length - 30] = (byte) 0xFF;

    assertThat(problem(post("{\"channel\": "))).isEqualTo("400 urn:okno:problem:malformed");
    assertThat(problem(post(" "))).isEqualTo("400 urn:okno:problem:malformed");
    assertThat(pointers(post("[]"))).containsExactly("");
    assertThat(problem(post("/v1/requests", "application/json", notUtf8)))
        .isEqualTo("400 urn:okno:problem:not-utf-8");
    assertThat(problem(post("/v1/requests", "text/plain", new byte[] {'a'})))
        .isEqualTo("415 urn:okno:problem:http-415");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void shouldRejectABodyThatIsTooLongHoweverItIsSent() {
    byte[] huge =
        Questionnaires.valid("huge").replace("Сокровенные", "x".repeat(5_000_000)).getBytes(UTF_8);

    assertThat(problem(post("/v1/requests", "application/json", huge)))
        .isEqualTo("413 urn:okno:problem:too-large");
    assertThat(
            problem(
                RestAssured.given()
                    .contentType("application/json")
                    .body(new ByteArrayInputStream(huge))
                    .post("/v1/requests")))
        .as("chunked, its length not announced")
        .isEqualTo("413 urn:okno:problem:too-large");
  }

  @Test
  void shouldStoreNoPersonalDataInTheClear() {
    post(Questionnaires.valid("+79000000017"), "Idempotency-Key", "+79000000017");

    assertThat(tables.everything())
        .isNotEmpty()
        .noneMatch(row -> row.contains("Вымышленная") || row.contains("9000000017"))
        .noneMatch(row -> row.contains("Несуществующий") || row.contains("Невидимая"))
        .noneMatch(row -> row.contains("Сокровенные") || row.contains("vymysel"));
  }

  private List<Long> counts() {
    List<Long> counts = new ArrayList<>();
    for (String table : List.of("request", "person", "journal")) {
      counts.add(tables.count(table));
    }
    return counts;
  }
}
