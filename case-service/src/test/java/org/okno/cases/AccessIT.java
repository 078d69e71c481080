package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.TerritoryRef;
import org.okno.testkit.AccessMatrix;
import org.okno.testkit.AccessMatrix.Cell;
import org.okno.testkit.AccessMatrix.Mark;
import org.okno.testkit.Await;
import org.okno.testkit.Refusals;
import org.okno.testkit.SampleRequest;

/** Who may do what with which cases, tried with every role. */
@QuarkusTest
class AccessIT extends CaseFlow {
  // Columns: channel, operator, dispatcher, specialist, head-of-agency, coordinator, analyst,
  // data-protection-officer, administrator, service.
  static final String MATRIX =
      """
      GET  /v1/cases                                          - - + - - o - + - -
      GET  /v1/cases/counts                                   - - + - - o + + + -
      GET  /v1/cases/{requestId}                              - + + o o o - + - -
      GET  /v1/cases/{requestId}/needs/{needId}               - + + o o o - + - -
      POST /v1/cases/{requestId}/needs/{needId}/acceptance    - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/claim         - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/handover      - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/release       - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/start         - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/pause         - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/resumption    - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/resolution    - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/reopening     - - + o o o - - - -
      POST /v1/cases/{requestId}/needs/{needId}/decline       - - - o o - - - - -
      GET  /v1/work                                           - - - o o - - - - -
      GET  /v1/work/counts                                    - - - o o - - - - -
      GET  /v1/agencies                                       - - + o o o + - + -
      GET  /v1/agencies/{agency}/cases                        - - + o o o - - - -
      GET  /v1/escalations                                    - - + o o o - - - -
      """;

  /** Tried with a need of another agency that is referred to the caller's. */
  static final String REFERRALS =
      """
      GET  /v1/cases/{requestId}/needs/{needId}/referrals                          - + + o o o - + - -
      GET  /v1/cases/{requestId}/needs/{needId}/referrals/{referralId}             - + + o o o - + - -
      POST /v1/cases/{requestId}/needs/{needId}/referrals/{referralId}/acceptance  - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/referrals/{referralId}/refusal     - - - o o - - - - -
      POST /v1/cases/{requestId}/needs/{needId}/referrals/{referralId}/withdrawal  - + - o o - - + - -
      """;

  /** Tried with a need of the caller's agency. */
  static final String MAKING =
      """
      POST /v1/cases/{requestId}/needs/{needId}/referrals  - - - o o - - - - -
      GET  /v1/referrals                                   - - - o o - - - - -
      """;

  static final String PROGRAMMES =
      """
      GET  /v1/cases/{requestId}/programme             - - + o o o - + - -
      GET  /v1/cases/{requestId}/programme/versions    - - + o o o - + - -
      GET  /v1/cases/{requestId}/programme/page        - - + o o o - + - -
      POST /v1/cases/{requestId}/programme             - - - o o o - - - -
      PUT  /v1/cases/{requestId}/programme             - - - o o o - - - -
      POST /v1/cases/{requestId}/programme/consent     - - - o o o - - - -
      POST /v1/cases/{requestId}/programme/reviews     - - - o o o - - - -
      POST /v1/cases/{requestId}/programme/completion  - - - o o o - - - -
      """;

  /** Tried with a subscription of the caller's agency or channel, and of another. */
  static final String SUBSCRIPTIONS =
      """
      GET    /v1/subscriptions/{subscriptionId}           o - - - o - - - + -
      POST   /v1/subscriptions/{subscriptionId}/enabling  o - - - o - - - + -
      POST   /v1/subscriptions/{subscriptionId}/replays   o - - - o - - - + -
      DELETE /v1/subscriptions/{subscriptionId}           o - - - o - - - + -
      """;

  static final String NOTIFICATIONS =
      """
      GET  /v1/subscriptions    o - - - o - - - + -
      POST /v1/subscriptions    o - - - o - - - + -
      GET  /v1/cases/stream     o - + o o o - - - -
      GET  /v1/programme-codes  + + + + + + + + + + +
      """;

  private static final Map<String, String> CLAIMS =
      Map.of("sub", "somebody", "agency", "own", "territory", "own-district", "channel", "hotline");
  private static final String PLAN =
      """
      {"goals": ["stable-income"], "reviewOn": "2090-01-01",
       "steps": [{"number": 1, "step": "food-aid", "agency": "own", "dueOn": "2090-02-01"}]}
      """;
  private static final String CONSENT =
      "{\"consent\": {\"how\": \"online\", \"givenAt\": \"2026-01-01T00:00:00Z\"}}";
  private static final String REVISION =
      "{\"plan\": %s, \"reason\": \"correction\"}".formatted(PLAN);
  private static final Instant REFERRAL_ENDS = Instant.now().plus(Duration.ofDays(30));
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final SampleRequest OWN = in("own-district", "food", "legal", "money");
  private static final SampleRequest NEIGHBOURS = in("other-district", "food", "legal", "money");

  private static final SampleRequest REFERRED = in("own-district", "food", "legal", "money");
  private static final SampleRequest REFERRED_ELSEWHERE =
      in("other-district", "food", "legal", "money");
  private static final SampleRequest PLANNED = in("own-district", "food");
  private static final SampleRequest PLANNED_ELSEWHERE = in("other-district", "food");
  private static final SampleRequest ENDING = in("own-district", "food");
  private static final SampleRequest ENDING_ELSEWHERE = in("other-district", "food");
  private static final Map<UUID, String> REFERRAL_OF_NEED = new HashMap<>();

  @BeforeEach
  void openCases() {
    if (tables.count("territory where code = 'own-region'") == 0) {
      topics.sendAll(
          List.of(
              territory("own-region", null),
              territory("own-district", "own-region"),
              territory("own-village", "own-district"),
              territory("other-district", "own-region")));
      Await.until(() -> tables.count("territory") >= 4);
      open(OWN.routed("own"), OWN);
      open(NEIGHBOURS.routed("other"), NEIGHBOURS);
      for (SampleRequest request : List.of(OWN, NEIGHBOURS)) {
        prepare(request);
      }
      topics.sendAll(List.of(agency("own"), agency("other")));
      Await.until(() -> tables.count("agency where id in ('own', 'other')") == 2);
      refer(REFERRED, "own");
      refer(REFERRED_ELSEWHERE, "other");
      plan(PLANNED, "own");
      plan(PLANNED_ELSEWHERE, "other");
      plan(ENDING, "own");
      plan(ENDING_ELSEWHERE, "other");
    }
  }

  private static AgencyPublished agency(String id) {
    return new AgencyPublished(id, "Agency " + id, AT, 1L, null, null);
  }

  /** Another agency refers each of its needs. */
  private void refer(SampleRequest request, String agency) {
    open(request.routed("refers"), request);
    for (int need = 0; need < 3; need++) {
      String id =
          given()
              .header("Authorization", "Bearer " + tokens.ofSpecialist("refers"))
              .contentType("application/json")
              .body(terms(agency))
              .post(path(request, need) + "/referrals")
              .jsonPath()
              .getString("referralId");
      REFERRAL_OF_NEED.put(request.need(need).id(), id);
    }
  }

  /** A programme that is followed. */
  private void plan(SampleRequest request, String agency) {
    open(request.routed(agency), request);
    for (String path : List.of("", "/consent")) {
      given()
          .header("Authorization", "Bearer " + tokens.ofSpecialist(agency))
          .header("If-Match", "*")
          .contentType("application/json")
          .body(path.isEmpty() ? PLAN : CONSENT)
          .post("/v1/cases/" + request.id() + "/programme" + path)
          .then()
          .statusCode(path.isEmpty() ? 201 : 200);
    }
  }

  private static String terms(String agency) {
    return """
        {"toAgency": "%s", "purpose": "advise", "parts": ["name"], "endsAt": "%s",
         "consent": {"how": "by-phone", "givenAt": "2026-01-01T00:00:00Z"}}
        """
        .formatted(agency, REFERRAL_ENDS);
  }

  /** The first need is accepted, the second assigned, the third resolved. */
  private void prepare(SampleRequest request) {
    post(request, 0, "acceptance", "*", "{}");
    post(request, 2, "acceptance", "*", "{}");
    post(request, 2, "resolution", "*", body("/resolution"));
  }

  /** The position of the need that a step is tried with. */
  static int needFor(String path) {
    return path.endsWith("decline") || path.endsWith("refusal")
        ? 1
        : path.endsWith("reopening") || path.endsWith("withdrawal") ? 2 : 0;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldLetEachRoleDoWhatTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);
    switch (cell.path()) {
      case "/v1/cases", "/v1/agencies" -> listsWhatItMay(cell, token);
      case "/v1/cases/counts", "/v1/work", "/v1/work/counts", "/v1/escalations" ->
          assertThat(send(cell, token, OWN, "own")).isEqualTo(cell.mark().status(true, 200));
      case "/v1/agencies/{agency}/cases" -> queuesWhatItMay(cell, token);
      default -> {
        assertThat(send(cell, token, OWN, "own")).isEqualTo(cell.mark().status(true, 200));
        assertThat(send(cell, token, NEIGHBOURS, "other"))
            .isEqualTo(cell.mark().status(false, 200));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cellsOfReferrals")
  void shouldLetEachRoleDoWithReferralsWhatTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);

    assertThat(send(cell, token, REFERRED, "own")).isEqualTo(cell.mark().status(true, 200));
    assertThat(send(cell, token, REFERRED_ELSEWHERE, "other"))
        .isEqualTo(cell.mark().status(false, 200));
  }

  private static Stream<Cell> cellsOfReferrals() {
    return AccessMatrix.cells(REFERRALS);
  }

  @ParameterizedTest
  @MethodSource("cellsOfProgrammes")
  void shouldLetEachRolePlanAsTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);
    boolean isDraft = cell.method().equals("POST") && cell.path().endsWith("/programme");
    boolean isEnd = cell.path().endsWith("completion");
    int allowed = isDraft ? 201 : 200;

    assertThat(send(cell, token, isEnd ? ENDING : PLANNED, "own"))
        .isEqualTo(cell.mark().status(true, allowed));
    assertThat(send(cell, token, isEnd ? ENDING_ELSEWHERE : PLANNED_ELSEWHERE, "other"))
        .isEqualTo(cell.mark().status(false, allowed));
  }

  private static Stream<Cell> cellsOfProgrammes() {
    return AccessMatrix.cells(PROGRAMMES);
  }

  @ParameterizedTest
  @MethodSource("cellsOfSubscriptions")
  void shouldLetEachRoleDoWithSubscriptionsWhatTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);
    boolean ofChannel = cell.role().equals("channel");
    int allowed = cell.method().equals("DELETE") ? 204 : 200;

    for (boolean own : List.of(true, false)) {
      String owner =
          ofChannel
              ? "\"channel\": \"%s\"".formatted(own ? "hotline" : "other")
              : "\"agency\": \"%s\"".formatted(own ? "own" : "other");
      String id = subscribe("Bearer " + tokens.ofAll(), ", " + owner).path("subscriptionId");
      assertThat(
              given()
                  .header("Authorization", token)
                  .contentType("application/json")
                  .body(
                      cell.path().endsWith("replays") ? "{\"from\": \"2026-01-01T00:00:00Z\"}" : "")
                  .request(cell.method(), cell.path().replace("{subscriptionId}", id))
                  .statusCode())
          .isEqualTo(cell.mark().status(own, allowed));
    }
  }

  private static Stream<Cell> cellsOfSubscriptions() {
    return AccessMatrix.cells(SUBSCRIPTIONS);
  }

  @ParameterizedTest
  @MethodSource("cellsOfNotifications")
  void shouldLetEachRoleBeToldAsTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);
    Response response =
        cell.method().equals("POST")
            ? subscribe(token, cell.mark() == Mark.ALL ? ", \"agency\": \"own\"" : "")
            : given().header("Authorization", token).get(cell.path());

    assertThat(response.statusCode())
        .isEqualTo(cell.mark().status(true, cell.method().equals("POST") ? 201 : 200));
  }

  private static Stream<Cell> cellsOfNotifications() {
    return AccessMatrix.cells(NOTIFICATIONS);
  }

  private static Response subscribe(String token, String owner) {
    return given()
        .header("Authorization", token)
        .contentType("application/json")
        .body("{\"url\": \"http://127.0.0.1:1/%s\"%s}".formatted(UUID.randomUUID(), owner))
        .post("/v1/subscriptions");
  }

  @ParameterizedTest
  @MethodSource("cellsOfMaking")
  void shouldLetEachRoleMakeReferralsAsTheMatrixSays(Cell cell) {
    String token = "Bearer " + cell.token(tokens, CLAIMS);
    int allowed = cell.method().equals("POST") ? 201 : 200;

    assertThat(send(cell, token, OWN, "own")).isEqualTo(cell.mark().status(true, allowed));
    if (cell.method().equals("POST")) {
      assertThat(send(cell, token, NEIGHBOURS, "other"))
          .isEqualTo(cell.mark().status(false, allowed));
    }
  }

  private static Stream<Cell> cellsOfMaking() {
    return AccessMatrix.cells(MAKING);
  }

  private static Stream<Cell> cells() {
    return AccessMatrix.cells(MATRIX);
  }

  private static void listsWhatItMay(Cell cell, String token) {
    Response list = given().header("Authorization", token).get(cell.path() + limit(cell));
    assertThat(list.statusCode()).isEqualTo(cell.mark().status(true, 200));
    if (cell.mark() != Mark.NOTHING) {
      List<String> ids = list.jsonPath().getList("items.requestId");
      boolean ofAgencies = cell.path().endsWith("agencies");
      List<String> found = ofAgencies ? list.jsonPath().getList("items.id") : ids;
      assertThat(found).contains(ofAgencies ? "own" : OWN.id().toString());
      assertThat(found.contains(ofAgencies ? "other" : NEIGHBOURS.id().toString()))
          .isEqualTo(cell.mark() == Mark.ALL);
    }
  }

  private static String limit(Cell cell) {
    return cell.path().endsWith("cases") ? "?limit=1000" : "";
  }

  /** A coordinator may ask for the queue of any agency, and sees the needs of the territory. */
  private void queuesWhatItMay(Cell cell, String token) {
    assertThat(send(cell, token, OWN, "own")).isEqualTo(cell.mark().status(true, 200));
    if (cell.role().equals("coordinator")) {
      assertThat(queue(token, "own")).as("three needs, and two of programmes").hasSize(5);
      assertThat(queue(token, "other")).isEmpty();
    } else {
      assertThat(send(cell, token, NEIGHBOURS, "other")).isEqualTo(cell.mark().status(false, 200));
    }
  }

  private static List<String> queue(String token, String agency) {
    return given()
        .header("Authorization", token)
        .get("/v1/agencies/" + agency + "/cases")
        .jsonPath()
        .getList("items.need.needId");
  }

  private static int send(Cell cell, String token, SampleRequest request, String agency) {
    int need = needFor(cell.path());
    String path =
        cell.path()
            .replace("{requestId}", request.id().toString())
            .replace("{needId}", request.need(need).id().toString())
            .replace("{referralId}", REFERRAL_OF_NEED.getOrDefault(request.need(need).id(), ""))
            .replace("{agency}", agency);
    var call = given().header("Authorization", token);
    if (cell.method().equals("GET")) {
      return call.get(path).statusCode();
    }
    return call.header("If-Match", "*")
        .contentType("application/json")
        .body(cell.method().equals("PUT") ? REVISION : body(cell.path()))
        .request(cell.method(), path)
        .statusCode();
  }

  static String body(String path) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "resolution" -> "{\"outcome\": \"helped\"}";
      case "decline" -> "{\"reason\": \"no-capacity\"}";
      case "reopening" -> "{\"reason\": \"not-helped\"}";
      case "refusal" -> "{\"reason\": \"no-capacity\"}";
      case "referrals" -> terms("other");
      case "programme" -> PLAN;
      case "consent" -> CONSENT;
      case "reviews" -> "{\"outcome\": \"on-track\", \"done\": [1], \"reviewOn\": \"2090-01-01\"}";
      case "completion" -> "{\"outcome\": \"goals-reached\"}";
      case "handover" -> "{\"to\": \"somebody\"}";
      default -> "{}";
    };
  }

  @Test
  void shouldShowAnAgencyOfAnothersNeedInItsCaseOnlyThatItExists() {
    SampleRequest request = in("own-district", "food", "legal");
    open(request.heldButFirst("mixed"), request);
    topics.send(request.rerouted(1, "mixed-other", seconds(30)));
    Await.until(() -> needOf(request, 1).jsonPath().getString("agency.id") != null);
    post(request, 1, "acceptance", "*", "{}");
    String token = "Bearer " + tokens.ofSpecialist("mixed");

    JsonPath found =
        given().header("Authorization", token).get("/v1/cases/" + request.id()).jsonPath();
    Response foreign = given().header("Authorization", token).get(path(request, 1));
    int step =
        given()
            .header("Authorization", token)
            .header("If-Match", "*")
            .contentType("application/json")
            .body("{\"reason\": \"no-capacity\"}")
            .post(path(request, 1) + "/decline")
            .statusCode();

    assertThat(found.getString("needs[0].agency.id")).isEqualTo("mixed");
    assertThat(found.getMap("needs[1]"))
        .containsOnlyKeys("requestId", "needId", "need", "status", "version")
        .containsEntry("status", "accepted");
    assertThat(foreign.jsonPath().getMap("$")).isEqualTo(found.getMap("needs[1]"));
    assertThat(found.getList("history.type")).containsExactly("org.okno.case.case-opened.v1");
    assertThat(step).isEqualTo(404);
  }

  @Test
  void shouldShowACoordinatorTheTerritoryAndAllBelowItAndNothingElse() {
    SampleRequest child = in("own-village", "food");
    SampleRequest parent = in("own-region", "food");
    open(child.routed("third"), child);
    open(parent.routed("third"), parent);
    String token = "Bearer " + tokens.of("coordinator", CLAIMS);

    JsonPath counts = given().header("Authorization", token).get("/v1/cases/counts").jsonPath();
    Response list = given().header("Authorization", token).get("/v1/cases?limit=1000");
    List<String> listed = list.jsonPath().getList("items.requestId");
    Response firstPage = given().header("Authorization", token).get("/v1/cases?limit=1");

    assertThat(listed).contains(OWN.id().toString(), child.id().toString());
    assertThat(listed).doesNotContain(parent.id().toString(), NEIGHBOURS.id().toString());
    assertThat(counts.getInt("total")).isEqualTo(listed.size());
    assertThat(firstPage.jsonPath().getList("items.requestId")).containsExactly(listed.getFirst());
    assertThat(given().header("Authorization", token).get("/v1/cases/" + parent.id()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldAgreeInCountsAndQueueOfAnAgency() {
    String token = "Bearer " + tokens.ofSpecialist("own");

    Response loads = given().header("Authorization", token).get("/v1/agencies");
    Map<String, Object> load = loads.jsonPath().getMap("items[0]");

    assertThat(loads.jsonPath().getList("items")).hasSize(1);
    assertThat(
            Stream.of("assigned", "accepted", "resolved", "declined")
                .mapToInt(status -> (Integer) load.get(status))
                .sum())
        .isEqualTo(queue(token, "own").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"specialist", "coordinator"})
  void shouldRefuseARoleWhoseTokenLacksItsRows(String role) {
    String token = "Bearer " + tokens.of(role, Map.of("agency", "no code", "sub", "x"));

    assertThat(given().header("Authorization", token).get("/v1/cases/" + OWN.id()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void shouldRefuseWhoeverHasNoValidToken() {
    assertThat(Refusals.of(tokens, "/v1/cases/counts").values()).containsOnly(Refusals.EXPECTED);
  }

  @Test
  void shouldAcceptATokenWithinTheClockSkew() {
    String token = tokens.issuer().token(Set.of("analyst"), CLAIMS, Duration.ofSeconds(-10));

    assertThat(
            given().header("Authorization", "Bearer " + token).get("/v1/cases/counts").statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldSendTheHeadersThatBrowsersNeedAndNoneForOtherOrigins() {
    Response response = given().header("Origin", "https://example.org").get("/v1/cases/counts");

    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(response.header("Access-Control-Allow-Origin")).isNull();
  }

  private static SampleRequest in(String territory, String... needs) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "hotline",
        Instant.now().minus(Duration.ofMinutes(5)),
        needs);
  }

  private static TerritoryPublished territory(String code, @Nullable String parent) {
    return new TerritoryPublished(code, code, "district", parent, "Europe/Samara", AT, 1L, null);
  }
}
