package org.okno.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.pointers;
import static org.okno.intake.Intake.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Topics;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Channels as files, and their messages: in their own wire format, and signed by openssl. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class MessagesIT {
  private static final String FILE =
      """
      code: letters
      names: {ru: Письма, kk: Хаттар, en: Letters}
      authentication: [key]
      format: form
      limits: {requestsPerSecond: 1, burst: 3}
      mapping: |
        {
          "externalId": number,
          "territory": district,
          "applicant": {"name": sender, "phone": phone},
          "needs": topic[].{"need": $}[],
          "text": letter
        }
      defaults: {consent: true, urgency: planned}
      samples:
        - name: a letter
          message: "number=1&district=02701301&sender=Anna&topic=food&letter=Help"
          questionnaire:
            channel: letters
            externalId: "1"
            territory: "02701301"
            applicant: {name: Anna}
            needs: [{need: food}]
            text: Help
            consent: true
            urgency: planned
      """;
  private static final String SAMPLE =
      "number=1&district=02701301&sender=Anna&topic=food&letter=Help";
  private static final String APPLICATION =
      """
      {"application": {"number": "%s", "submittedAt": "2026-03-02T09:12:00+03:00", "territory": "02701301",
        "services": ["food", "legal"], "description": "Сокровенные слова.", "consent": true},
       "applicant": {"lastName": "Вымышленная", "firstName": "Аделаида", "phone": "+79000000017"}}
      """;
  private static final String EGOV = "/v1/channels/egov/messages";

  EventTopics topics;
  Tables tables;
  Tokens tokens;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldAcceptTheSampleOfAChannelThatIsAddedByOneFile() {
    String file = FILE.replace("letters", "letters-1");
    assertThat(given().get("/v1/channels").asString()).doesNotContain("letters-1");

    assertThat(put("letters-1", file).statusCode()).isEqualTo(200);
    String key = key("letters-1").getString("key");
    Response accepted = form("letters-1", key, SAMPLE);

    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(given().get("/v1/channels").asString()).contains("letters-1", "Хаттар");
    assertThat(event(accepted.path("requestId")))
        .contains("\"channel\":\"letters-1\"", "\"urgency\":\"planned\"", "\"need\":\"food\"")
        .contains("\"role\":\"channel\"");
    Response again = form("letters-1", key, SAMPLE);
    assertThat(again.asString()).isEqualTo(accepted.asString());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(form("letters-1", key, "number=1&district=02701301&sender=B&topic=food&letter=H"))
        .extracting(Intake::problem)
        .isEqualTo("409 urn:okno:problem:external-id-reused");
  }

  @Test
  void shouldLimitAChannelAsItsFileSays() {
    put("letters-2", FILE.replace("letters", "letters-2"));
    String key = key("letters-2").getString("key");
    Response limited =
        Await.value(
            () -> {
              Response response = form("letters-2", key, SAMPLE);
              return response.statusCode() == 429 ? response : null;
            });

    assertThat(problem(limited)).isEqualTo("429 urn:okno:problem:too-many-requests");
    assertThat(limited.header("Retry-After")).isEqualTo("1");
    assertThat(Intake.post(Questionnaires.valid("limit-other")).statusCode()).isEqualTo(201);
  }

  @Test
  void shouldUseTheFileThatReplacedAnother() {
    put("letters-3", FILE.replace("letters", "letters-3"));
    String key = key("letters-3").getString("key");

    put(
        "letters-3",
        FILE.replace("letters", "letters-3")
            .replace("text: Help", "text: Help me")
            .replace("\"text\": letter", "\"text\": letter & \" me\"")
            .replace("requestsPerSecond: 1", "requestsPerSecond: 100"));
    Response accepted =
        form("letters-3", key, "number=1&district=02701301&sender=A&topic=food&letter=Now");

    assertThat(Intake.open(accepted.path("requestId"), "disclosure-request").asString())
        .contains("Now me");
  }

  @Test
  void shouldStoreNoFileWhoseSamplesFail() {
    Response samples =
        put("letters-4", FILE.replace("letters", "letters-4").replace("text: Help", "text: Other"));
    Response code = put("letters-5", FILE);
    Response mapping = put("letters", FILE.replace("number,", "$now(),"));

    assertThat(problem(samples)).isEqualTo("400 urn:okno:problem:samples-failed");
    assertThat(pointers(samples)).containsExactly("/samples/0/questionnaire/text");
    assertThat(pointers(code)).containsExactly("/code");
    assertThat(pointers(mapping)).containsExactly("/mapping");
    assertThat(given().get("/v1/channels").asString()).doesNotContain("letters-4", "letters-5");
  }

  @Test
  void shouldShowWhatAMessageBecomesAndStoreNothing() {
    long before = tables.count("request");

    Response trial =
        given()
            .contentType("application/json")
            .body(Map.of("file", FILE, "message", "number=2&sender=Anna&topic=food&topic=legal"))
            .post("/v1/channels/trials");

    assertThat(trial.statusCode()).isEqualTo(200);
    assertThat(trial.<List<String>>path("questionnaire.needs.need"))
        .containsExactly("food", "legal");
    assertThat(trial.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder("/territory", "/text");
    assertThat(tables.count("request")).isEqualTo(before);
  }

  @Test
  void shouldStopAMappingThatNeverEndsAndProcessTheNextMessage() {
    put(
        "letters-6",
        FILE.replace("letters", "letters-6")
            .replace(
                "\"text\": letter",
                "\"text\": letter = \"loop\" ? ($f := function($n){$f($n + 1)}; $f(0)) : letter")
            .replace("requestsPerSecond: 1", "requestsPerSecond: 100"));
    String key = key("letters-6").getString("key");
    String message = "number=%s&district=02701301&sender=A&topic=food&letter=%s";

    Response stopped = form("letters-6", key, message.formatted("1", "loop"));

    assertThat(problem(stopped)).isEqualTo("422 urn:okno:problem:mapping-failed");
    assertThat(stopped.<String>path("detail")).contains("was stopped");
    assertThat(form("letters-6", key, message.formatted("1", "ends")).statusCode()).isEqualTo(201);
  }

  @Test
  void shouldAcceptWhatAHotlinesSoftwareSends() {
    Response accepted =
        given()
            .header("Authorization", "Bearer " + tokens.of("channel", Map.of("channel", "hotline")))
            .contentType("application/json")
            .body(
                """
                {"call": {"id": "%s", "from": "+79000000017", "startedAt": "2026-03-02T09:12:00+03:00",
                          "agent": "operator-17", "recording": "rec-42"},
                 "form": {"callerName": "Аделаида Вымышленная", "district": "02701301",
                          "topics": [{"code": "food"}], "summary": "Слова.", "consent": "yes"}}
                """
                    .formatted(UUID.randomUUID())
                    .getBytes(UTF_8))
            .post("/v1/channels/hotline/messages");

    assertThat(accepted.statusCode()).isEqualTo(201);
    Response opened = Intake.open(accepted.path("requestId"), "disclosure-request");
    assertThat(opened.<String>path("applicant.call.operator")).isEqualTo("operator-17");
    assertThat(opened.<String>path("applicant.call.recording")).isEqualTo("rec-42");
    assertThat(event(accepted.path("requestId"))).doesNotContain("rec-42", "operator-17");
  }

  @Test
  void shouldRespondInTheChannelsOwnForm() {
    String key = "egov-" + UUID.randomUUID();
    Response accepted = operator(APPLICATION.formatted(key));
    Response truncated = operator(APPLICATION.formatted(key).substring(0, 100));
    Response wrong = operator(APPLICATION.formatted("w").replace("02701301", "99999999"));
    Response latin =
        given()
            .contentType("application/json")
            .body(APPLICATION.formatted("w").getBytes(Charset.forName("windows-1251")))
            .post(EGOV);
    Response huge = operator(APPLICATION.formatted("x".repeat(300_000)));

    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(accepted.<String>path("result")).isEqualTo("ACCEPTED");
    assertThat(truncated.statusCode() + truncated.<String>path("code")).isEqualTo("400malformed");
    assertThat(wrong.statusCode() + wrong.<String>path("result")).isEqualTo("400REJECTED");
    assertThat(wrong.<List<String>>path("fields.field")).containsExactly("/territory");
    assertThat(latin.statusCode() + latin.<String>path("code")).isEqualTo("400not-utf-8");
    assertThat(huge.statusCode() + huge.<String>path("code")).isEqualTo("413too-large");
    assertThat(given().contentType("text/csv").body("a").post(EGOV).statusCode()).isEqualTo(415);
  }

  private static Response operator(String body) {
    return given().contentType("application/json").body(body.getBytes(UTF_8)).post(EGOV);
  }

  @Test
  void shouldAcceptWhatOpensslSignedAndNothingElse() throws Exception {
    JsonPath key = key("egov");
    String number = "signed-" + UUID.randomUUID();
    byte[] body = APPLICATION.formatted(number).getBytes(UTF_8);
    long now = Instant.now().getEpochSecond();
    String header = signature(key, now, body);

    Response accepted = signed(header, body);
    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(accepted.<String>path("result")).isEqualTo("ACCEPTED");
    List<Long> before = counts();

    assertThat(problem(signed(header, body))).isEqualTo("401 urn:okno:problem:signature-replayed");
    assertThat(problem(signed(signature(key, now - 301, body), body)))
        .isEqualTo("401 urn:okno:problem:signature-expired");
    assertThat(problem(signed(signature(key, now + 1, body), "{}".getBytes(UTF_8))))
        .isEqualTo("401 urn:okno:problem:signature-wrong");
    assertThat(problem(signed(signature(key, now + 2, body).replace("key=", "key=0"), body)))
        .isEqualTo("401 urn:okno:problem:signature-malformed");
    assertThat(
            problem(
                signed(
                    signature(key, now + 3, body).replaceFirst("key=.{16}", "key=0123456789abcdef"),
                    body)))
        .isEqualTo("401 urn:okno:problem:signature-wrong");
    byte[] huge = new byte[5 << 20];
    assertThat(problem(signed(signature(key, now + 4, huge), huge)))
        .isEqualTo("413 urn:okno:problem:too-large");
    assertThat(counts()).isEqualTo(before);

    Response again = signed(signature(key, now + 5, body), body);
    assertThat(again.asString()).isEqualTo(accepted.asString());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(tables.strings("select k::text from channel_key k").toString())
        .doesNotContain(key.getString("key"));
  }

  @Test
  void shouldAcceptASignedBatchAndShowNothingOfOthers() throws Exception {
    JsonPath key = key("citizen-109");
    String row =
        Questionnaires.valid("batch-" + UUID.randomUUID())
            .replace("\"channel\": \"hotline\"", "\"channel\": \"citizen-109\"");
    byte[] batch = (row + "\n" + row.replace("citizen-109", "hotline") + "\n").getBytes(UTF_8);
    long now = Instant.now().getEpochSecond();

    Response results =
        given()
            .header("Authorization", "")
            .header("Okno-Signature", signature(key, now, batch))
            .contentType("application/x-ndjson")
            .body(batch)
            .post("/v1/requests/batch");
    byte[] none = new byte[0];
    Response list =
        given()
            .header("Authorization", "")
            .header("Okno-Signature", signature(key, now + 1, none))
            .get("/v1/requests");

    assertThat(results.asString()).contains("\"row\":1,\"status\":201", "\"row\":2,\"status\":403");
    assertThat(list.<List<String>>path("items.channel")).containsOnly("citizen-109");
    assertThat(signed(signature(key, now + 2, none), none).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldVerifySignaturesAfterTheVaultsKeyWasRotated() throws Exception {
    JsonPath key = key("egov");
    @Nullable String after = "";
    while (after != null) {
      after =
          given()
              .post("/v1/vault/rotation" + (after.isEmpty() ? "" : "?after=" + after))
              .path("after");
    }
    assertThat(given().post("/v1/vault/rotation/completion").statusCode()).isEqualTo(204);
    byte[] body = APPLICATION.formatted("rotated-" + UUID.randomUUID()).getBytes(UTF_8);

    assertThat(signed(signature(key, Instant.now().getEpochSecond(), body), body).statusCode())
        .isEqualTo(201);
  }

  @Test
  void shouldMakeKeysAsTheFileAllows() {
    Response sent =
        given()
            .contentType("application/json")
            .body("{\"use\": \"key\"}")
            .post("/v1/channels/egov/keys");

    assertThat(problem(sent)).isEqualTo("409 urn:okno:problem:other-authentication");
    assertThat(key("egov").getString("use")).isEqualTo("hmac");
    assertThat(key("hotline").getString("key")).startsWith("okno_");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void shouldServeTheSchemas(int version) {
    Response schema = given().get("/v1/questionnaire/schemas/" + version);

    assertThat(schema.contentType()).startsWith("application/schema+json");
    assertThat(JsonPath.from(schema.asString()).getInt("properties.version.const"))
        .isEqualTo(version);
    assertThat(given().get("/v1/questionnaire/schemas/99").statusCode()).isEqualTo(404);
  }

  private static Response put(String code, String file) {
    return given()
        .contentType("application/yaml; charset=utf-8")
        .body(file.getBytes(UTF_8))
        .put("/v1/channels/" + code);
  }

  private static JsonPath key(String channel) {
    Response created =
        given()
            .contentType("application/json")
            .body("{}")
            .post("/v1/channels/" + channel + "/keys");
    assertThat(created.statusCode()).isEqualTo(201);
    return created.jsonPath();
  }

  private static Response form(String channel, String key, String message) {
    return given()
        .header("Authorization", "")
        .header("X-API-Key", key)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .body(message)
        .post("/v1/channels/" + channel + "/messages");
  }

  private static Response signed(String header, byte[] body) {
    return given()
        .header("Authorization", "")
        .header("Okno-Signature", header)
        .contentType("application/json")
        .body(body)
        .post(EGOV);
  }

  /** Computed by openssl, as a partner's script would. */
  private static String signature(JsonPath key, long seconds, byte[] body)
      throws IOException, InterruptedException {
    Process openssl =
        new ProcessBuilder("openssl", "dgst", "-sha256", "-hmac", key.getString("key")).start();
    try (OutputStream in = openssl.getOutputStream()) {
      in.write((seconds + ".").getBytes(UTF_8));
      in.write(body);
    }
    String printed = new String(openssl.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(openssl.waitFor()).isZero();
    return "key=%s,t=%d,v1=%s"
        .formatted(key.getString("id"), seconds, printed.substring(printed.lastIndexOf(' ') + 1));
  }

  private String event(String requestId) {
    return tables
        .strings(
            "select payload from journal where topic = ? and event_key = ?",
            Topics.QUESTIONNAIRES,
            requestId)
        .getFirst();
  }

  private List<Long> counts() {
    return List.of(tables.count("request"), tables.count("person"), tables.count("journal"));
  }
}
