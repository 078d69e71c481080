package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.TerritoryRef;
import org.okno.testkit.AccessMatrix;
import org.okno.testkit.AccessMatrix.Cell;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

/**
 * Every endpoint by every role with every kind of row: own, the neighbour's, of below, of above.
 */
@QuarkusTest
class EveryRowIT extends CaseFlow {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, String> CLAIMS =
      Map.of("sub", "somebody", "agency", "every-own", "territory", "every-own");
  private static int combinations;

  /** Whose row it is: by territory, and by agency. */
  private enum Kind {
    OWN("every-own", "every-own"),
    NEIGHBOURS("every-neighbour", "every-other"),
    CHILDS("every-child", "every-other"),
    PARENTS("every-parent", "every-other");

    private final String agency;
    private final SampleRequest request;

    Kind(String territory, String agency) {
      this.agency = agency;
      this.request =
          SampleRequest.of(
              new TerritoryRef(territory, "Europe/Samara"),
              "hotline",
              AT,
              "food",
              "legal",
              "money");
    }

    boolean isVisible(Cell cell) {
      return switch (cell.mark()) {
        case ALL -> true;
        case NOTHING -> false;
        case OWN -> this == OWN || this == CHILDS && cell.role().equals("coordinator");
      };
    }
  }

  @BeforeEach
  void openCases() {
    if (tables.count("cases where territory = 'every-own'") == 0) {
      topics.sendAll(
          List.of(
              territory("every-parent", null),
              territory("every-own", "every-parent"),
              territory("every-neighbour", "every-parent"),
              territory("every-child", "every-own")));
      Await.until(() -> tables.count("territory where code like 'every-%'") == 4);
      for (Kind kind : Kind.values()) {
        open(kind.request.routed(kind.agency), kind.request);
        post(kind.request, 0, "acceptance", "*", "{}");
        post(kind.request, 2, "acceptance", "*", "{}");
        post(kind.request, 2, "resolution", "*", AccessIT.body("/resolution"));
      }
    }
  }

  private static Stream<Cell> cells() {
    return AccessMatrix.cells(AccessIT.MATRIX);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldShowNoForeignRow(Cell cell) {
    for (Kind kind : Kind.values()) {
      if (cell.path().contains("{requestId}")) {
        assertThat(send(cell, kind).statusCode())
            .as("%s of %s", cell, kind)
            .isEqualTo(cell.mark().status(kind.isVisible(cell), 200));
      } else if (cell.path().endsWith("cases")) {
        assertThat(listed(cell, kind)).as("%s of %s", cell, kind).isEqualTo(kind.isVisible(cell));
      }
    }
  }

  @AfterAll
  static void printCombinations() {
    System.out.printf("%d combinations of endpoint, role and row were tried%n", combinations);
  }

  private boolean listed(Cell cell, Kind kind) {
    Response response = send(cell, kind);
    return response.statusCode() == 200
        && response.asString().contains(kind.request.id().toString());
  }

  private Response send(Cell cell, Kind kind) {
    combinations++;
    int need = AccessIT.needFor(cell.path());
    String path =
        cell.path()
            .replace("{requestId}", kind.request.id().toString())
            .replace("{needId}", kind.request.need(need).id().toString())
            .replace("{agency}", kind.agency);
    RequestSpecification call =
        given().header("Authorization", "Bearer " + cell.token(tokens, CLAIMS));
    return cell.method().equals("GET")
        ? call.get(path.endsWith("cases") ? path + "?limit=1000" : path)
        : call.header("If-Match", "*")
            .contentType("application/json")
            .body(AccessIT.body(cell.path()))
            .post(path);
  }

  private static TerritoryPublished territory(String code, @Nullable String parent) {
    return new TerritoryPublished(code, code, "district", parent, "Europe/Samara", AT, 1L, null);
  }
}
