package org.okno.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.contracts.TerritoryRef;
import org.okno.testkit.AccessMatrix;
import org.okno.testkit.AccessMatrix.Cell;
import org.okno.testkit.AccessMatrix.Mark;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.Refusals;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Who may do what at the desk and with the directory, tried with every role. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class AccessIT {
  // Columns: channel, operator, dispatcher, specialist, head-of-agency, coordinator, analyst,
  // data-protection-officer, administrator, service.
  private static final String MATRIX =
      """
      GET  /v1/directory/agencies               + + + + + + + + + +
      GET  /v1/directory/deadlines              + + + + + + + + + +
      GET  /v1/directory/services               + + + + + + + + + +
      GET  /v1/directory/territories            + + + + + + + + + +
      GET  /v1/directory/terms                  + + + + + + + + + +
      PUT  /v1/directory                        - - - - - - - - + -
      PUT  /v1/directory/hsds                   - - - - - - - - + -
      GET  /hsds                                + + + + + + + + + +
      GET  /hsds/services                       + + + + + + + + + +
      GET  /hsds/organizations                  + + + + + + + + + +
      GET  /hsds/service_at_locations           + + + + + + + + + +
      GET  /hsds/taxonomies                     + + + + + + + + + +
      GET  /hsds/taxonomy_terms                 + + + + + + + + + +
      GET  /v1/triage                           - - + - - o - - - -
      GET  /v1/triage/counts                    - - + - - o + - + -
      GET  /v1/triage/{requestId}               - - + - - o - - - -
      POST /v1/triage/{requestId}/claim         - - + - - o - - - -
      POST /v1/triage/{requestId}/release       - - + - - o - - - -
      POST /v1/triage/{requestId}/assignments   - - + - - o - - - -
      POST /v1/triage/assignments               - - + - - o - - - -
      """;

  /** Where the row is, as seen by a coordinator of a city of the demo region. */
  private enum Kind {
    OWN("02701000"),
    CHILDS("02701302"),
    NEIGHBOURS("02703000"),
    PARENTS("02000000");

    private final String territory;
    private final SampleRequest request;

    Kind(String territory) {
      this.territory = territory;
      this.request = in(territory);
    }

    String id() {
      return request.id().toString();
    }

    boolean isVisible(Cell cell) {
      return cell.mark() == Mark.ALL || cell.mark() == Mark.OWN && (this == OWN || this == CHILDS);
    }
  }

  private static final Map<String, String> CLAIMS =
      Map.of(
          "sub",
          "somebody",
          "agency",
          "own",
          "territory",
          Kind.OWN.territory,
          "channel",
          "hotline");

  EventTopics topics;
  Tables tables;
  Tokens tokens;

  @BeforeEach
  void holdRequests() {
    for (Kind kind : Kind.values()) {
      UUID id = kind.request.id();
      if (tables.count("triage_entry where request_id = ?", id) == 0) {
        topics.send(kind.request.held(Duration.ofMinutes(1)));
        Await.until(() -> tables.count("triage_entry where request_id = ?", id) == 1);
      }
    }
  }

  private static Stream<Cell> cells() {
    return AccessMatrix.cells(MATRIX);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldLetEachRoleDoWhatTheMatrixSays(Cell cell) {
    for (Kind kind : kinds(cell)) {
      Response response = send(cell, kind);
      boolean single = cell.path().contains("{requestId}");
      assertThat(response.statusCode())
          .as("%s of %s", cell, kind)
          .isEqualTo(cell.mark().status(!single || kind.isVisible(cell), allowed(cell)));
      if (cell.path().equals("/v1/triage") && cell.mark() != Mark.NOTHING) {
        assertThat(response.<List<String>>path("items.requestId").contains(kind.id()))
            .as("%s of %s", cell, kind)
            .isEqualTo(kind.isVisible(cell));
      }
    }
  }

  /** What is not about entries of the desk is the same for all of them. */
  private static List<Kind> kinds(Cell cell) {
    return cell.path().startsWith("/v1/triage") ? List.of(Kind.values()) : List.of(Kind.OWN);
  }

  /** An assignment that names nothing is not valid: whoever may assign learns that. */
  private static int allowed(Cell cell) {
    return cell.method().equals("POST") && !isClaim(cell) ? 400 : 200;
  }

  private static boolean isClaim(Cell cell) {
    return cell.path().endsWith("/claim") || cell.path().endsWith("/release");
  }

  private Response send(Cell cell, Kind kind) {
    RequestSpecification call =
        given().header("Authorization", "Bearer " + cell.token(tokens, CLAIMS));
    String path = cell.path().replace("{requestId}", kind.id());
    return switch (cell.method()) {
      case "POST" ->
          call.header("If-Match", "*")
              .contentType("application/json")
              .body(isClaim(cell) ? "{}" : "{\"assignments\": []}")
              .post(path);
      case "PUT" -> call.contentType("application/json").body("{}").put(path);
      default -> call.get(path.equals("/v1/triage") ? path + "?limit=1000" : path);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "02701000, true",
    "02701302, false",
    "02703000, false",
    "02000000, true",
    "unknown, false",
  })
  void shouldCountForACoordinatorWhatTheDeskLists(String territory, boolean seesCity) {
    String token = "Bearer " + tokens.of("coordinator", Map.of("territory", territory));
    List<String> listed =
        given()
            .header("Authorization", token)
            .get("/v1/triage?limit=1000")
            .jsonPath()
            .getList("items.requestId");

    assertThat(listed.contains(Kind.OWN.id())).isEqualTo(seesCity);
    assertThat(
            given()
                .header("Authorization", token)
                .get("/v1/triage/counts")
                .jsonPath()
                .getInt("total"))
        .isEqualTo(listed.size());
  }

  @Test
  void shouldRefuseWhoeverHasNoValidToken() {
    assertThat(Refusals.of(tokens, "/v1/triage").values()).containsOnly(Refusals.EXPECTED);
  }

  private static SampleRequest in(String territory) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "hotline",
        Instant.now().minus(Duration.ofMinutes(5)),
        "food");
  }
}
