package org.okno.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.testkit.AccessMatrix;
import org.okno.testkit.AccessMatrix.Cell;
import org.okno.testkit.AccessMatrix.Mark;
import org.okno.testkit.EventTopics;
import org.okno.testkit.Refusals;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tokens;

/** Who may do what with which requests, tried with every role. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class AccessIT {
  // Columns: channel, operator, dispatcher, specialist, head-of-agency, coordinator, analyst,
  // data-protection-officer, administrator, service.
  private static final String ROWS =
      """
      GET  /v1/requests                     o + - - - - - + - -
      GET  /v1/requests/counts              o + - - - - + + + -
      GET  /v1/requests/{id}                o + - - - - - + - -
      """;
  private static final String POSTS =
      """
      POST /v1/requests                     o + - - - - - - - -
      POST /v1/requests/batch               o + - - - - - - - -
      """;
  private static final String MESSAGES =
      """
      POST /v1/channels/{channel}/messages  o + - - - - - - - -
      """;
  private static final String OPENINGS =
      """
      POST /v1/requests/{id}/personal-data/openings           - + - o o - - + - -
      POST /v1/requests/{id}/personal-data/emergency-openings - + + + + - - - - -
      """;
  private static final String OTHERS =
      """
      GET  /v1/channels                     + + + + + + + + + +
      GET  /v1/territories                  + + + + + + + + + +
      POST /v1/territories/search           - + + - - - - - - -
      PUT  /v1/territories/boundaries       - - - - - - - - + -
      PUT  /v1/territories/streets          - - - - - - - - + -
      PUT  /v1/territories/names            - - - - - - - - + -
      GET  /v1/suggestions/models           - - - - - - - - + -
      GET  /v1/suggestions/models/training  - - - - - - - - + -
      POST /v1/suggestions/models/99/activation - - - - - - - - + -
      POST /v1/suggestions/models/99/evaluation - - - - - - - - + -
      GET  /v1/needs                        + + + + + + + + + +
      GET  /v1/situations                   + + + + + + + + + +
      GET  /v1/target-groups                + + + + + + + + + +
      GET  /v1/questionnaire/schemas/2      + + + + + + + + + +
      PATCH /v1/requests/{id}               o + - - - - - - - -
      POST /v1/requests/{id}/withdrawal     o + - - - - - - - -
      GET  /v1/accepted                     - - - - - - + - + +
      POST /v1/accepted/publication         - - - - - - - - + +
      DELETE /v1/persons/{id}               - - - - - - - + - -
      PUT  /v1/channels/{channel}           - - - - - - - - + -
      POST /v1/channels/trials              - - - - - - - - + -
      POST /v1/channels/{channel}/keys      - - - - - - - - + -
      GET  /v1/channels/{channel}/keys      - - - - - - - - + -
      DELETE /v1/channels/{channel}/keys/{id} - - - - - - - - + -
      GET  /v1/persons/{id}/accesses        - - - - - - - + - -
      GET  /v1/accesses                     - - - - + - - + - -
      GET  /v1/accesses/audit               - - - - - - - + + -
      POST /v1/accesses/{id}/approval       - - - - + - - + - -
      POST /v1/vault/rotation               - - - - - - - - + -
      POST /v1/vault/rotation/completion    - - - - - - - - + -
      """;
  private static final Map<String, String> CLAIMS =
      Map.of("sub", "somebody", "agency", "own", "territory", "02701301", "channel", "web");

  EventTopics topics;
  Tokens tokens;

  private static String own = "";
  private static String neighbours = "";

  @BeforeEach
  void acceptRequests() {
    if (own.isEmpty()) {
      Intake.publishDirectory(topics);
      own = Intake.post(questionnaire("web", "access-own")).path("requestId");
      neighbours = Intake.post(questionnaire("hotline", "access-other")).path("requestId");
      Intake.assign(topics, own, "own");
      Intake.assign(topics, neighbours, "other");
    }
  }

  private static Stream<Cell> rows() {
    return AccessMatrix.cells(ROWS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldShowEachRoleTheRowsThatTheMatrixSays(Cell cell) {
    RequestSpecification call = by(cell);
    if (cell.path().contains("{id}")) {
      assertThat(call.get(cell.path().replace("{id}", own)).statusCode())
          .isEqualTo(cell.mark().status(true, 200));
      assertThat(by(cell).get(cell.path().replace("{id}", neighbours)).statusCode())
          .isEqualTo(cell.mark().status(false, 200));
      return;
    }
    Response response = call.get(cell.path());
    assertThat(response.statusCode()).isEqualTo(cell.mark().status(true, 200));
    if (cell.mark() != Mark.NOTHING) {
      Collection<String> found = channelsIn(cell, response);
      assertThat(found).contains("web");
      assertThat(found.contains("hotline")).isEqualTo(cell.mark() == Mark.ALL);
    }
  }

  private static Collection<String> channelsIn(Cell cell, Response response) {
    return cell.path().endsWith("counts")
        ? response.<Map<String, Integer>>path("byChannel").keySet()
        : response.<List<String>>path("items.channel");
  }

  private static Stream<Cell> posts() {
    return AccessMatrix.cells(POSTS);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void shouldLetEachRolePostAsTheMatrixSays(Cell cell) {
    assertThat(post(cell, "web")).isEqualTo(cell.mark() == Mark.NOTHING ? 403 : 201);
    assertThat(post(cell, "hotline")).isEqualTo(cell.mark() == Mark.ALL ? 201 : 403);
  }

  /** The status; of a batch that of its only row. */
  private int post(Cell cell, String channel) {
    boolean batch = cell.path().endsWith("batch");
    Response response =
        by(cell)
            .contentType(batch ? "application/x-ndjson" : "application/json")
            .body(questionnaire(channel, "access-" + UUID.randomUUID()).getBytes(UTF_8))
            .post(cell.path());
    if (!batch || response.statusCode() != 200) {
      return response.statusCode();
    }
    return response.asString().contains("\"status\":403") ? 403 : 201;
  }

  private static Stream<Cell> messages() {
    return AccessMatrix.cells(MESSAGES);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shouldLetEachRolePostMessagesOfTheChannelsThatTheMatrixSays(Cell cell) {
    String form = "name=A&district=02701301&need=food&text=x&id=access-" + UUID.randomUUID();

    assertThat(message(cell, "web", "application/x-www-form-urlencoded; charset=UTF-8", form))
        .isEqualTo(cell.mark().status(true, 201));
    assertThat(
            message(
                cell,
                "telegram",
                "application/json",
                questionnaire("telegram", "access-" + UUID.randomUUID())))
        .isEqualTo(cell.mark().status(false, 201));
  }

  private int message(Cell cell, String channel, String mediaType, String body) {
    return by(cell)
        .contentType(mediaType)
        .body(body)
        .post(cell.path().replace("{channel}", channel))
        .statusCode();
  }

  private static Stream<Cell> openings() {
    return AccessMatrix.cells(OPENINGS);
  }

  @ParameterizedTest
  @MethodSource("openings")
  void shouldOpenForEachRoleTheRequestsThatTheMatrixSays(Cell cell) {
    assertThat(open(cell, own)).isEqualTo(cell.mark().status(true, 200));
    assertThat(open(cell, neighbours)).isEqualTo(cell.mark().status(false, 200));
  }

  private int open(Cell cell, String request) {
    String token = cell.token(tokens, CLAIMS);
    String purpose =
        switch (cell.role()) {
          case "operator" -> "call-back";
          case "data-protection-officer" -> "erasure-request";
          default -> "work-on-need";
        };
    return (cell.path().endsWith("emergency-openings")
            ? Intake.openInEmergency(request, token)
            : Intake.open(request, purpose, token))
        .statusCode();
  }

  private static Stream<Cell> others() {
    return AccessMatrix.cells(OTHERS);
  }

  @ParameterizedTest
  @MethodSource("others")
  void shouldLetEachRoleDoWhatTheMatrixSays(Cell cell) {
    String path =
        switch (cell.path()) {
          case "/v1/accepted" -> cell.path() + "?from=2026-03-01&to=2026-03-02";
          case "/v1/accepted/publication" -> cell.path() + "?day=2020-03-01&channel=web";
          default ->
              cell.path().replace("{id}", UUID.randomUUID().toString()).replace("{channel}", "web");
        };
    boolean made = cell.method().equals("POST") && path.endsWith("keys");
    int allowed =
        switch (cell.path()) {
          case "/v1/persons/{id}",
              "/v1/accesses/{id}/approval",
              "/v1/channels/{channel}/keys/{id}" ->
              404;
          case "/v1/channels/{channel}", "/v1/channels/trials" -> 400; // their bodies are empty
          // Let in, and then told that the body is not valid.
          case "/v1/requests/{id}" -> 404;
          case "/v1/requests/{id}/withdrawal",
              "/v1/territories/search",
              "/v1/territories/boundaries",
              "/v1/territories/streets",
              "/v1/territories/names" ->
              400;
          case "/v1/vault/rotation/completion" -> 204;
          // There is no model with this version.
          case "/v1/suggestions/models/99/activation", "/v1/suggestions/models/99/evaluation" ->
              404;
          default -> made ? 201 : 200;
        };
    boolean isList = path.endsWith("/streets") || path.endsWith("/names");
    RequestSpecification call =
        cell.method().equals("PATCH")
            ? by(cell).contentType("application/merge-patch+json").body("{}")
            : made || allowed == 400
                ? by(cell).contentType(isList ? "text/csv" : "application/json").body("{}")
                : by(cell);

    assertThat(call.request(cell.method(), path).statusCode())
        .isEqualTo(cell.mark().status(true, allowed));
  }

  @Test
  void shouldLetAChannelCorrectAndWithdrawItsOwnRequestsOnly() {
    String mine =
        Intake.post(questionnaire("web", "access-" + UUID.randomUUID())).path("requestId");
    String body = "{\"reason\": \"not-needed\"}";
    RequestSpecification channel =
        given().header("Authorization", "Bearer " + tokens.of("channel", CLAIMS));

    assertThat(
            channel
                .contentType("application/json")
                .body(body)
                .post("/v1/requests/" + neighbours + "/withdrawal")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            given()
                .header("Authorization", "Bearer " + tokens.of("channel", CLAIMS))
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"text\": \"Слова.\"}")
                .patch("/v1/requests/" + mine)
                .statusCode())
        .isEqualTo(200);
    assertThat(channel.post("/v1/requests/" + mine + "/withdrawal").statusCode()).isEqualTo(200);
    assertThat(channel.post("/v1/requests/" + mine + "/withdrawal").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldLetAdministratorsAloneTrainModels() {
    for (Cell cell :
        AccessMatrix.cells("POST /v1/suggestions/models/training - - - - - - - - + -").toList()) {
      // Whether there is enough to learn from is another question.
      assertThat(by(cell).post(cell.path()).statusCode() != 403).isEqualTo(cell.mark() == Mark.ALL);
    }
  }

  @Test
  void shouldTrackARequestForWhoeverHasItsNumber() {
    String number = Intake.get("/v1/requests/" + own).path("trackingNumber");

    assertThat(given().header("Authorization", "").get("/v1/track/" + number).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldRefuseWhoeverHasNoValidToken() {
    assertThat(Refusals.of(tokens, "/v1/requests").values()).containsOnly(Refusals.EXPECTED);
  }

  @Test
  void shouldShowAChannelNothingOfAnotherThatItAsksFor() {
    assertThat(
            given()
                .header("Authorization", "Bearer " + tokens.of("channel", CLAIMS))
                .get("/v1/requests?channel=hotline")
                .<List<String>>path("items"))
        .isEmpty();
  }

  private RequestSpecification by(Cell cell) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + cell.token(tokens, CLAIMS));
  }

  private static String questionnaire(String channel, String externalId) {
    return Questionnaires.valid(externalId)
        .replace("\"channel\": \"hotline\"", "\"channel\": \"" + channel + "\"");
  }
}
