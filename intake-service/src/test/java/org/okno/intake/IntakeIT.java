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
import org.okno.intake.Client.Reply;
import org.okno.messaging.EventIds;

/** Intake as channels see it, on a real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = Engines.class, restrictToAnnotatedClass = true)
@Timeout(120)
class IntakeIT {
  private static final AgencyRef AGENCY = new AgencyRef("a-1", "Служба помощи");
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  @TestHTTPResource @Nullable URI base;
  private Client client = new Client(URI.create("http://127.0.0.1"));

  @BeforeEach
  void publishDirectory() {
    client = new Client(requireNonNull(base));
    if (!client.get("/v1/needs").body().contains("legal")) {
      Topic.publishDirectory();
      await(() -> client.get("/v1/needs").body().contains("legal"));
    }
  }

  @Test
  void shouldAcceptARequestAndShowItAtOnce() {
    Reply accepted = client.post(Forms.valid("accept-1"));

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
    Reply page = client.get("/v1/requests?limit=1");
    assertThat(page.json().path("items")).hasSize(1);
    assertThat(page.header("Content-Type")).startsWith("application/json");
    assertThat(client.get("/v1/requests/" + id + "/personal-data").body())
        .contains(Forms.NAME, Forms.PHONE, Forms.OTHER_NAME, "Сокровенные слова");
    assertThat(Tables.query("select payload from journal where event_key = '" + id + "'"))
        .singleElement()
        .satisfies(payload -> assertThat(payload).contains(number, "Europe/Samara"));
  }

  @Test
  void shouldGiveARetryTheFirstResponse() {
    Reply first = client.post(Forms.valid("retry-1"), "Accept-Language", "en");
    Reply again =
        client.post(
            Forms.valid("retry-1").replace("{\"name\"", "{ \"name\""), "Accept-Language", "ru");
    Reply byKey = client.post(Forms.withoutExternalId(), "Idempotency-Key", "retry-key");
    Reply byKeyAgain = client.post(Forms.withoutExternalId(), "Idempotency-Key", "retry-key");

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
      List<Future<Reply>> replies =
          IntStream.range(0, 64)
              .mapToObj(i -> clients.submit(() -> client.post(Forms.valid("at-once"))))
              .toList();
      bodies = bodies(replies);
    }
    assertThat(bodies).hasSize(1);
    assertThat(Tables.count("request")).isEqualTo(before + 1);
    // The applicant may be known from another test; the beneficiary, without a phone, is new.
    assertThat(Tables.count("person") - persons).isBetween(1L, 2L);
  }

  @Test
  void shouldRejectTheSameKeysWithAnotherBody() {
    client.post(Forms.withoutExternalId(), "Idempotency-Key", "conflict-key");
    client.post(Forms.valid("conflict-1"));
    long before = Tables.count("request");

    Reply otherBody =
        client.post(
            Forms.withoutExternalId().replace("urgent", "normal"),
            "Idempotency-Key",
            "conflict-key");
    Reply otherRequest = client.post(Forms.valid("conflict-1").replace("urgent", "normal"));

    assertThat(otherBody.status()).isEqualTo(422);
    assertThat(otherRequest.status()).isEqualTo(409);
    assertThat(otherRequest.header("Content-Type")).startsWith("application/problem+json");
    assertThat(Tables.count("request")).isEqualTo(before);
  }

  @Test
  void shouldReportEveryValidationErrorAndStoreNothing() {
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
    assertThat(client.post(Forms.valid("w").replace("02701301", "99999999")).pointers())
        .containsExactly("/territory");
    assertThat(client.post(Forms.valid("w").replace("2026-03", "2126-03")).pointers())
        .containsExactly("/requestedAt");
    assertThat(client.post(Forms.withoutExternalId()).pointers()).containsExactly("/externalId");
    assertThat(client.post(Forms.valid("w"), "Idempotency-Key", "x".repeat(256)).pointers())
        .containsExactly("header:Idempotency-Key");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void shouldRejectWhatIsNoQuestionnaireAndStoreNothing() {
    List<String> before = counts();
    byte[] notUtf8 = Forms.valid("latin").getBytes(UTF_8);
    notUtf8[notUtf8.length - 30] = (byte) 0xFF;
    byte[] huge = Forms.valid("huge").replace("Сокровенные", "x".repeat(5_000_000)).getBytes(UTF_8);

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
  void shouldRespondToBadAddressesWithProblems() {
    assertThat(client.get("/v1/requests/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(client.get("/v1/requests/7").status()).isEqualTo(404);
    assertThat(client.delete("/v1/persons/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(client.get("/v1/track/0000-0000-01").status()).isEqualTo(404);
    assertThat(client.get("/v1/requests?limit=many").pointers()).containsExactly("query:limit");
    assertThat(client.get("/v1/requests?cursor=x").pointers()).containsExactly("query:cursor");
    assertThat(client.get("/v1/requests?channel=pigeon").pointers())
        .containsExactly("query:channel");
    assertThat(client.get("/v1/requests?chanel=web").pointers()).containsExactly("query:chanel");
  }

  @Test
  void shouldRespondToABatchRowByRow() {
    client.post(Forms.valid("batch-before"));
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

    Reply reply =
        client.post("/v1/requests/batch", BodyPublishers.ofString(batch), "application/x-ndjson");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().lines().map(IntakeIT::rowAndStatus))
        .containsExactly("1 201", "2 400", "4 201", "5 201", "6 409", "7 400", "8 413", "9 201");
    assertThat(reply.body().lines().toList().get(5)).contains("/needs/0/need");
  }

  @Test
  void shouldAcceptABatchOfAnyLength() {
    String batch =
        IntStream.range(0, 1500)
            .mapToObj(i -> Forms.row("long-" + i))
            .collect(Collectors.joining("\n"));

    Reply reply =
        client.post("/v1/requests/batch", BodyPublishers.ofString(batch), "application/x-ndjson");

    assertThat(reply.body().lines()).hasSize(1500).allMatch(row -> row.contains("\"status\":201"));
    JsonNode counts = client.get("/v1/requests/counts").json();
    assertThat(counts.path("total").asLong()).isEqualTo(Tables.count("request"));
  }

  @Test
  void shouldErasePersonsForEver() {
    Reply accepted = client.post(Forms.valid("erase-1").replace(Forms.PHONE, "+79000000099"));
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
    assertThat(client.post(Forms.valid("erase-1").replace(Forms.PHONE, "+79000000099")).body())
        .isEqualTo(accepted.body());
    String next =
        client
            .post(Forms.valid("erase-2").replace(Forms.PHONE, "+79000000099"))
            .json()
            .path("requestId")
            .asText();
    assertThat(client.get("/v1/requests/" + next).json().path("applicantId").asText())
        .isNotEqualTo(person);
  }

  @Test
  void shouldShowTheStatusThatItsCasePublishes() {
    JsonNode accepted = client.post(Forms.valid("status-1")).json();
    UUID id = UUID.fromString(accepted.path("requestId").asText());
    String track = "/v1/track/" + accepted.path("trackingNumber").asText();
    NeedRef food = need(id, "food");
    NeedRef legal = need(id, "legal");

    Topic.publish(
        List.of(
            new CaseEvent.CaseOpened(
                id,
                "-",
                List.of(
                    new CaseEvent.OpenedNeed(food, AGENCY, AT, null),
                    new CaseEvent.OpenedNeed(legal, null, null, null)),
                AT)));
    awaitStatus(track, "in-triage");
    assertThat(client.get("/v1/requests/" + id).json().path("status").asText())
        .isEqualTo("in-triage");
    assertThat(client.get(track).json().at("/needs/1/status").asText()).isEqualTo("in-triage");

    Topic.publish(List.of(new CaseEvent.NeedAssigned(legal, AGENCY, AT, AT, null)));
    awaitStatus(track, "assigned");
    Topic.publish(List.of(new CaseEvent.NeedAccepted(food, AGENCY, AT.plusSeconds(60))));
    awaitStatus(track, "in-work");
    Topic.publish(
        List.of(
            new CaseEvent.NeedResolved(food, AGENCY, "helped", AT.plusSeconds(90)),
            new CaseEvent.NeedDeclined(legal, AGENCY, "not-eligible", AT.plusSeconds(90)),
            new CaseEvent.CaseClosed(id, AT.plusSeconds(90))));
    awaitStatus(track, "settled");

    assertThat(client.get(track).json().at("/needs/0/agency").asText()).isEqualTo("Служба помощи");
    assertThat(client.get(track).json().path("changedAt").asText())
        .isEqualTo("2026-03-02T10:01:30.000Z");
    assertThat(client.get("/v1/requests/" + id).json().path("status").asText())
        .isEqualTo("settled");
  }

  @Test
  void shouldHandleARepeatedEventOnceAndDeadLetterPoison() {
    JsonNode accepted = client.post(Forms.valid("poison-1")).json();
    UUID id = UUID.fromString(accepted.path("requestId").asText());
    String track = "/v1/track/" + accepted.path("trackingNumber").asText();
    NeedRef need = need(id, "food");
    ProducerRecord<String, byte[]> opened =
        Topic.record(
            new CaseEvent.CaseOpened(
                id, "-", List.of(new CaseEvent.OpenedNeed(need, AGENCY, AT, null)), AT));

    Topic.send(List.of(new ProducerRecord<>(Topics.CASES, id.toString(), new byte[] {1}), opened));
    awaitStatus(track, "assigned");
    Topic.publish(List.of(new CaseEvent.NeedAccepted(need, AGENCY, AT.plusSeconds(60))));
    awaitStatus(track, "in-work");
    double duplicates = metric("outcome=\"duplicate\"");
    Topic.send(List.of(opened));
    await(() -> metric("outcome=\"duplicate\"") > duplicates);

    assertThat(client.get(track).json().path("status").asText()).isEqualTo("in-work");
    assertThat(Topic.read("intake-cases.okno.cases.dlq"))
        .filteredOn(letter -> id.toString().equals(letter.key()))
        .singleElement()
        .satisfies(letter -> assertThat(letter.value()).containsExactly(1));
  }

  @Test
  void shouldAcceptWhileKafkaIsUnavailable() {
    Engines.stack().part(Part.KAFKA).kill();
    try {
      assertThat(client.post(Forms.valid("no-kafka-1")).status()).isEqualTo(201);
      assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
    } finally {
      Engines.stack().part(Part.KAFKA).start();
    }
  }

  @Test
  void shouldHoldNoPersonalDataInTheClear() {
    client.post(Forms.valid("+79000000017"), "Idempotency-Key", "+79000000017");

    assertThat(Tables.everything())
        .isNotEmpty()
        .noneMatch(row -> row.contains("Вымышленная") || row.contains("9000000017"))
        .noneMatch(row -> row.contains("Несуществующий") || row.contains("Невидимая"))
        .noneMatch(row -> row.contains("Сокровенные") || row.contains("vymysel"));
  }

  @Test
  void shouldPromiseNothingWhileTheDatabaseIsUnavailableAndContinueAfterwards() {
    Engines.stack().part(Part.POSTGRES).kill();

    Reply refused = client.post(Forms.valid("away-1"));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(client.get("/q/health/ready").status()).isEqualTo(503);

    Engines.stack().part(Part.POSTGRES).start();
    await(() -> client.post(Forms.valid("away-1")).status() == 201);
    assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
    assertThat(client.get("/q/openapi").body()).contains("Okno intake");
  }

  private static NeedRef need(UUID request, String need) {
    TerritoryRef territory = new TerritoryRef("02701301", "Europe/Samara");
    return new NeedRef(request, EventIds.next(), need, "hotline", territory, Instant.EPOCH);
  }

  private void awaitStatus(String track, String status) {
    await(() -> client.get(track).json().path("status").asText().equals(status));
  }

  /** The sum of the consumers' counters with this tag. */
  private double metric(String tag) {
    return client
        .get("/q/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("okno_consumer_records") && line.contains(tag))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static Set<String> bodies(List<Future<Reply>> replies) throws Exception {
    Set<String> bodies = new HashSet<>();
    for (Future<Reply> reply : replies) {
      bodies.add(reply.get().body());
    }
    return bodies;
  }

  private static List<String> counts() {
    return Tables.query(
        "select count(*) from request union all select count(*) from person union all select count(*) from journal");
  }

  private static String problem(Reply reply) {
    return reply.status() + " " + reply.json().path("type").asText();
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
