package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadQueriesIT extends SummaryFlow {

  @ParameterizedTest
  @CsvSource({
    "/v1/daily-summaries?from=yesterday, query:from",
    "/v1/daily-summaries?to=2026-02-30, query:to",
    "/v1/daily-summaries?from=2026-03-02&to=2026-03-01, query:from",
    "/v1/daily-summaries?limit=0, query:limit",
    "/v1/daily-summaries?limit=many, query:limit",
    "/v1/daily-summaries?cursor=!!, query:cursor",
    "/v1/daily-summaries?cursor=AAAA, query:cursor",
    "/v1/daily-summaries?format=xml, query:format",
    "/v1/daily-summaries?format=csv&limit=5, query:limit",
    "/v1/daily-summaries?form=2026-03-01, query:form",
    "/v1/daily-summaries?need=a&need=b, query:need",
    "/v1/daily-summaries?need=%00, query:need",
    "/v1/daily-summaries/totals?by=moon, query:by"
  })
  void shouldNameTheParameter(String path, String pointer) {
    Response response = given().urlEncodingEnabled(false).get(path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getList("errors.pointer")).contains(pointer);
  }

  @Test
  void shouldNameEveryUnknownParameterAtOnce() {
    Response response = given().get("/v1/daily-summaries?form=2026-03-01&colour=red");

    assertThat(response.jsonPath().getList("errors.pointer"))
        .containsExactlyInAnyOrder("query:form", "query:colour");
  }

  @Test
  void shouldRespondAProblemWhereThereIsNothingOrNothingOfThatKind() {
    assertThat(given().get("/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(given().accept("application/xml").get("/v1/daily-summaries").statusCode())
        .isEqualTo(406);
    assertThat(given().post("/v1/daily-summaries").statusCode()).isEqualTo(405);
  }
}
