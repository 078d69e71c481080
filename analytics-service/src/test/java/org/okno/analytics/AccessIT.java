package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.testkit.AccessMatrix;
import org.okno.testkit.AccessMatrix.Cell;
import org.okno.testkit.Refusals;
import org.okno.testkit.Tokens;

/** Who may read the numbers, tried with every role. */
@QuarkusTest
class AccessIT extends SummaryFlow {
  // Columns: channel, operator, dispatcher, specialist, head-of-agency, coordinator, analyst,
  // data-protection-officer, administrator, service, statistician.
  private static final String MATRIX =
      """
      GET /v1/daily-summaries          - - - - - o + - + - +
      GET /v1/daily-summaries/totals   - - - - - o + - + - +
      GET /v1/reconciliation           - - - - - - + - + - +
      """;
  private static final Map<String, String> CLAIMS =
      Map.of("sub", "somebody", "agency", "own", "territory", "own", "channel", "web");

  @SuppressWarnings("NullAway.Init") // by ServiceEngines
  Tokens tokens;

  private static Stream<Cell> cells() {
    return AccessMatrix.cells(MATRIX);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldLetEachRoleReadWhatTheMatrixSays(Cell cell) {
    assertThat(
            given()
                .header("Authorization", "Bearer " + cell.token(tokens, CLAIMS))
                .get(cell.path())
                .statusCode())
        .isEqualTo(cell.mark().status(true, 200));
  }

  @Test
  void shouldRefuseWhoeverHasNoValidToken() {
    assertThat(Refusals.of(tokens, "/v1/daily-summaries").values()).containsOnly(Refusals.EXPECTED);
  }

  @Test
  void shouldServeThePageThatAsksForATokenWithoutOne() {
    Response page = given().header("Authorization", "").get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("connect-src 'self'", "frame-ancestors 'none'");
  }
}
