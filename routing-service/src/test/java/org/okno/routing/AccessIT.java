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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
      GET  /v1/triage                           - - + - - o - - - -
      GET  /v1/triage/counts                    - - + - - o + - + -
      GET  /v1/triage/{requestId}               - - + - - o - - - -
      POST /v1/triage/{requestId}/assignments   - - + - - o - - - -
      """;

  /** A district of the demo region, its region, and a district beside it. */
  private static final String DISTRICT = "02701302";

  private static final String REGION = "02000000";
  private static final String NEIGHBOUR = "02703000";

  private static final Map<String, String> CLAIMS =
      Map.of("sub", "somebody", "agency", "own", "territory", DISTRICT, "channel", "hotline");

  private static final SampleRequest OWN = in(DISTRICT);
  private static final SampleRequest NEIGHBOURS = in(NEIGHBOUR);

  EventTopics topics;
  Tables tables;
  Tokens tokens;

  @BeforeEach
  void holdRequests() {
    if (tables.count("triage_entry where request_id = ?", OWN.id()) == 0) {
      topics.send(OWN.held(Duration.ofMinutes(1)));
      topics.send(NEIGHBOURS.held(Duration.ofMinutes(1)));
      Await.until(
          () ->
              tables.count("triage_entry where request_id in (?, ?)", OWN.id(), NEIGHBOURS.id())
                  == 2);
    }
  }

  private static Stream<Cell> cells() {
    return AccessMatrix.cells(MATRIX);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldLetEachRoleDoWhatTheMatrixSays(Cell cell) {
    Response own = send(cell, OWN);
    assertThat(own.statusCode()).isEqualTo(cell.mark().status(true, allowed(cell)));
    if (cell.path().contains("{requestId}")) {
      assertThat(send(cell, NEIGHBOURS).statusCode())
          .isEqualTo(cell.mark().status(false, allowed(cell)));
    }
    if (cell.path().equals("/v1/triage") && cell.mark() != Mark.NOTHING) {
      List<String> listed = own.jsonPath().getList("items.requestId");
      assertThat(listed).contains(OWN.id().toString());
      assertThat(listed.contains(NEIGHBOURS.id().toString())).isEqualTo(cell.mark() == Mark.ALL);
    }
  }

  /** An assignment that names nothing is not valid: whoever may assign learns that. */
  private static int allowed(Cell cell) {
    return cell.method().equals("POST") ? 400 : 200;
  }

  private Response send(Cell cell, SampleRequest request) {
    RequestSpecification call =
        given().header("Authorization", "Bearer " + cell.token(tokens, CLAIMS));
    String path = cell.path().replace("{requestId}", request.id().toString());
    return switch (cell.method()) {
      case "POST" ->
          call.header("If-Match", "*")
              .contentType("application/json")
              .body("{\"assignments\": []}")
              .post(path);
      case "PUT" -> call.contentType("application/json").body("{}").put(path);
      default -> call.get(path);
    };
  }

  @Test
  void shouldCountForACoordinatorWhatTheDeskLists() {
    for (String territory : List.of(DISTRICT, REGION, NEIGHBOUR, "unknown")) {
      String token = "Bearer " + tokens.of("coordinator", Map.of("territory", territory));
      List<String> listed =
          given()
              .header("Authorization", token)
              .get("/v1/triage?limit=1000")
              .jsonPath()
              .getList("items.requestId");

      assertThat(listed.contains(OWN.id().toString()))
          .as(territory)
          .isEqualTo(territory.equals(DISTRICT) || territory.equals(REGION));
      assertThat(
              given()
                  .header("Authorization", token)
                  .get("/v1/triage/counts")
                  .jsonPath()
                  .getInt("total"))
          .isEqualTo(listed.size());
    }
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
