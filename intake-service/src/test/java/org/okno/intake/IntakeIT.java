package org.okno.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.engines.stack.Part;
import org.okno.intake.Client.Answer;

/** Intake as channels see it, on a real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = Engines.class, restrictToAnnotatedClass = true)
@Timeout(120)
class IntakeIT {
  @TestHTTPResource @Nullable URI base;
  private Client client = new Client(URI.create("http://127.0.0.1"));

  @BeforeEach
  void loadReferenceData() {
    client = new Client(requireNonNull(base));
    if (!client.get("/v1/needs").body().contains("legal")) {
      Topic.publishDirectory();
      await(() -> client.get("/v1/needs").body().contains("legal"));
    }
  }

  @Test
  void shouldAcceptARequestAndShowItAtOnce() {
    Answer accepted = client.post(Forms.right("accept-1"));

    assertThat(accepted.status()).isEqualTo(201);
    String id = accepted.json().path("requestId").asText();
    String number = accepted.json().path("trackingNumber").asText();
    assertThat(accepted.header("Location")).endsWith("/v1/requests/" + id);
    assertThat(accepted.json().at("/receipt/text").asText()).contains("принято", number);
    JsonNode read = client.get("/v1/requests/" + id).json();
    assertThat(read.path("status").asText()).isEqualTo("received");
    assertThat(read.path("territory").asText()).isEqualTo("02701301");
    assertThat(client.get("/v1/track/" + number.toLowerCase()).json().path("status").asText())
        .isEqualTo("received");
    assertThat(client.get("/v1/requests?channel=hotline&limit=1000").body()).contains(id);
    assertThat(client.get("/v1/requests/" + id + "/personal-data").body())
        .contains(Forms.NAME, Forms.PHONE, Forms.OTHER_NAME, "Сокровенные слова");
    assertThat(Tables.query("select payload from journal where event_key = '" + id + "'"))
        .singleElement()
        .satisfies(payload -> assertThat(payload).contains(number, "Europe/Samara"));
  }

  @Test
  void shouldGiveARetryTheFirstAnswer() {
    Answer first = client.post(Forms.right("retry-1"), "Accept-Language", "en");
    Answer again =
        client.post(
            Forms.right("retry-1").replace("{\"name\"", "{ \"name\""), "Accept-Language", "ru");
    Answer byKey = client.post(Forms.withoutExternalId(), "Idempotency-Key", "retry-key");
    Answer byKeyAgain = client.post(Forms.withoutExternalId(), "Idempotency-Key", "retry-key");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body()).contains("Your request");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(byKeyAgain.body()).isEqualTo(byKey.body()).isNotEqualTo(first.body());
  }

  @Test
  void shouldAcceptOnceWhatIsPostedManyTimesAtOnce() throws Exception {
    long before = Tables.count("request");
    long persons = Tables.count("person");
    Set<String> bodies;
    try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
      List<Future<Answer>> answers =
          IntStream.range(0, 64)
              .mapToObj(i -> clients.submit(() -> client.post(Forms.right("at-once"))))
              .toList();
      bodies = bodies(answers);
    }
    assertThat(bodies).hasSize(1);
    assertThat(Tables.count("request")).isEqualTo(before + 1);
    // The applicant may be known from another test; the beneficiary, without a phone, is new.
    assertThat(Tables.count("person") - persons).isBetween(1L, 2L);
  }

  @Test
  void shouldRefuseTheSameKeysWithAnotherBody() {
    client.post(Forms.withoutExternalId(), "Idempotency-Key", "conflict-key");
    client.post(Forms.right("conflict-1"));
    long before = Tables.count("request");

    Answer otherBody =
        client.post(
            Forms.withoutExternalId().replace("urgent", "normal"),
            "Idempotency-Key",
            "conflict-key");
    Answer otherRequest = client.post(Forms.right("conflict-1").replace("urgent", "normal"));

    assertThat(otherBody.status()).isEqualTo(422);
    assertThat(otherRequest.status()).isEqualTo(409);
    assertThat(otherRequest.header("Content-Type")).startsWith("application/problem+json");
    assertThat(Tables.count("request")).isEqualTo(before);
  }

  @Test
  void shouldNameEveryWrongFieldAndStoreNothing() {
    List<String> before = counts();

    assertThat(client.post("{\"consent\": 1, \"name\": \"x\"}").pointers())
        .containsExactlyInAnyOrder(
            "/externalId",
            "/channel",
            "/territory",
            "/applicant",
            "/needs",
            "/text",
            "/consent",
            "/name");
    assertThat(client.post(Forms.right("w").replace("02701301", "99999999")).pointers())
        .containsExactly("/territory");
    assertThat(client.post(Forms.right("w").replace("2026-03", "2126-03")).pointers())
        .containsExactly("/requestedAt");
    assertThat(client.post(Forms.withoutExternalId()).pointers()).containsExactly("/externalId");
    assertThat(client.post(Forms.right("w"), "Idempotency-Key", "x".repeat(256)).pointers())
        .containsExactly("header:Idempotency-Key");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void shouldRefuseWhatIsNoQuestionnaireAndStoreNothing() {
    List<String> before = counts();
    byte[] notUtf8 = Forms.right("latin").getBytes(UTF_8);
    notUtf8[notUtf8.length - 30] = (byte) 0xFF;
    byte[] huge = Forms.right("huge").replace("Сокровенные", "x".repeat(5_000_000)).getBytes(UTF_8);

    assertThat(client.post("{\"channel\": ").status()).isEqualTo(400);
    assertThat(client.post("").status()).isEqualTo(400);
    assertThat(client.post("[]").pointers()).containsExactly("");
    assertThat(
            problem(
                client.post(
                    "/v1/requests", BodyPublishers.ofByteArray(notUtf8), "application/json")))
        .isEqualTo("400 urn:okno:problem:not-utf-8");
    assertThat(
            problem(
                client.post("/v1/requests", BodyPublishers.ofByteArray(huge), "application/json")))
        .isEqualTo("413 urn:okno:problem:too-large");
    assertThat(
            problem(
                client.post(
                    "/v1/requests",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)),
                    "application/json")))
        .as("chunked, its length not announced")
        .isEqualTo("413 urn:okno:problem:too-large");
    assertThat(problem(client.post("/v1/requests", BodyPublishers.ofString("a"), "text/plain")))
        .isEqualTo("415 urn:okno:problem:http-415");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void shouldAnswerBadAddressesWithProblems() {
    assertThat(client.get("/v1/requests/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(client.get("/v1/requests/7").status()).isEqualTo(404);
    assertThat(client.delete("/v1/persons/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(client.get("/v1/track/0000-0000-01").status()).isEqualTo(404);
    assertThat(client.get("/v1/requests?limit=many").pointers()).containsExactly("query:limit");
    assertThat(client.get("/v1/requests?cursor=x").pointers()).containsExactly("query:cursor");
    assertThat(client.get("/v1/requests?channel=pigeon").pointers())
        .containsExactly("query:channel");
  }

  @Test
  void shouldAnswerABatchRowByRow() {
    client.post(Forms.right("batch-before"));
    String batch =
        String.join(
            "\n",
            Forms.row("batch-1"),
            "{broken",
            "",
            Forms.row("batch-before"),
            Forms.row("batch-1"),
            Forms.row("batch-1").replace("urgent", "normal"),
            Forms.row("batch-2").replace("food", "gold"),
            "{\"text\": \"" + "x".repeat(1 << 20) + "\"}",
            Forms.row("batch-3"));

    Answer answer =
        client.post("/v1/requests/batch", BodyPublishers.ofString(batch), "application/x-ndjson");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().lines().map(IntakeIT::rowAndStatus))
        .containsExactly("1 201", "2 400", "4 201", "5 201", "6 409", "7 400", "8 413", "9 201");
    assertThat(answer.body().lines().toList().get(5)).contains("/needs/0/need");
  }

  @Test
  void shouldTakeABatchOfAnyLength() {
    String batch =
        IntStream.range(0, 1500)
            .mapToObj(i -> Forms.row("long-" + i))
            .collect(Collectors.joining("\n"));

    Answer answer =
        client.post("/v1/requests/batch", BodyPublishers.ofString(batch), "application/x-ndjson");

    assertThat(answer.body().lines()).hasSize(1500).allMatch(row -> row.contains("\"status\":201"));
    JsonNode counts = client.get("/v1/requests/counts").json();
    assertThat(counts.path("total").asLong()).isEqualTo(Tables.count("request"));
  }

  @Test
  void shouldErasePersonsForEver() {
    Answer accepted = client.post(Forms.right("erase-1").replace(Forms.PHONE, "+79000000099"));
    String address = "/v1/requests/" + accepted.json().path("requestId").asText();
    String person = client.get(address).json().path("applicantId").asText();

    assertThat(client.get(address + "/personal-data").json().at("/applicant/state").asText())
        .isEqualTo("open");
    assertThat(client.delete("/v1/persons/" + person).status()).isEqualTo(204);
    assertThat(client.delete("/v1/persons/" + person).status()).isEqualTo(204);

    JsonNode left = client.get(address + "/personal-data").json();
    assertThat(left.path("applicant").toString()).isEqualTo("{\"state\":\"erased\"}");
    assertThat(left.path("text").toString()).isEqualTo("{\"state\":\"erased\"}");
    assertThat(left.at("/beneficiary/name").asText()).isEqualTo(Forms.OTHER_NAME);
    assertThat(Tables.query("select topic from journal where event_key = '" + person + "'"))
        .containsExactly(Topics.PERSONS);
    assertThat(client.post(Forms.right("erase-1").replace(Forms.PHONE, "+79000000099")).body())
        .isEqualTo(accepted.body());
    String next =
        client
            .post(Forms.right("erase-2").replace(Forms.PHONE, "+79000000099"))
            .json()
            .path("requestId")
            .asText();
    assertThat(client.get("/v1/requests/" + next).json().path("applicantId").asText())
        .isNotEqualTo(person);
  }

  @Test
  void shouldFollowItsCaseAndPutAsideWhatItCannotRead() {
    JsonNode accepted = client.post(Forms.right("follow-1")).json();
    UUID id = UUID.fromString(accepted.path("requestId").asText());
    String track = "/v1/track/" + accepted.path("trackingNumber").asText();
    NeedRef need =
        new NeedRef(
            id,
            UUID.randomUUID(),
            "food",
            "hotline",
            new TerritoryRef("02701301", "Europe/Samara"),
            Instant.EPOCH);
    AgencyRef agency = new AgencyRef("a-1", "Служба помощи");
    Instant at = Instant.parse("2026-03-02T10:00:00Z");

    Topic.send(List.of(new ProducerRecord<>(Topics.CASES, id.toString(), new byte[] {1})));
    Topic.publish(
        List.of(
            new CaseEvent.CaseOpened(
                id, "-", List.of(new CaseEvent.OpenedNeed(need, agency, at)), at),
            new CaseEvent.NeedAccepted(need, agency, at.plusSeconds(60))));
    await(() -> client.get(track).json().path("status").asText().equals("in-work"));
    Topic.publish(List.of(new CaseEvent.NeedResolved(need, agency, "helped", at.plusSeconds(90))));
    await(() -> client.get(track).json().path("status").asText().equals("settled"));

    assertThat(client.get(track).json().at("/needs/0/agency").asText()).isEqualTo("Служба помощи");
    assertThat(client.get("/v1/requests/" + id).json().path("status").asText())
        .isEqualTo("settled");
    assertThat(client.get("/q/metrics").body()).contains("outcome=\"dead-lettered\"");
  }

  @Test
  void shouldHoldNoPersonalDataInTheClear() {
    client.post(Forms.right("+79000000017"), "Idempotency-Key", "+79000000017");

    assertThat(Tables.everything())
        .isNotEmpty()
        .noneMatch(row -> row.contains("Вымышленная") || row.contains("9000000017"))
        .noneMatch(row -> row.contains("Несуществующий") || row.contains("Невидимая"))
        .noneMatch(row -> row.contains("Сокровенные") || row.contains("vymysel"));
  }

  @Test
  void shouldPromiseNothingWhileTheDatabaseIsAwayAndGoOnAfterwards() {
    Engines.stack().part(Part.POSTGRES).kill();

    Answer refused = client.post(Forms.right("away-1"));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(client.get("/q/health/ready").status()).isEqualTo(503);

    Engines.stack().part(Part.POSTGRES).start();
    await(() -> client.post(Forms.right("away-1")).status() == 201);
    assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
    assertThat(client.get("/q/openapi").body()).contains("Okno intake");
  }

  private static Set<String> bodies(List<Future<Answer>> answers) throws Exception {
    Set<String> bodies = new HashSet<>();
    for (Future<Answer> answer : answers) {
      bodies.add(answer.get().body());
    }
    return bodies;
  }

  private static List<String> counts() {
    return Tables.query(
        "select count(*) from request union all select count(*) from person union all select count(*) from journal");
  }

  private static String problem(Answer answer) {
    return answer.status() + " " + answer.json().path("type").asText();
  }

  private static String rowAndStatus(String line) {
    JsonNode row = Client.json(line);
    return row.path("row").asText() + " " + row.path("status").asText();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
