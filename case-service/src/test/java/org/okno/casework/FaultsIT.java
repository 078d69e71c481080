package org.okno.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Questionnaire;

@QuarkusTest
class FaultsIT extends CaseFlow {

  @Test
  void shouldLoseNothingWhenTheDatabaseIsKilledAndStartedAgain() throws SQLException {
    List<Questionnaire> asked =
        IntStream.range(0, 60).mapToObj(i -> Requests.request("food", "legal")).toList();

    asked.subList(0, 30).forEach(one -> decisions.send(Requests.routed(one, "a")));
    postgres.kill();
    asked.subList(30, 60).forEach(one -> decisions.send(Requests.routed(one, "a")));
    Response away = given().get("/v1/cases");
    int ready = given().get("/q/health/ready").statusCode();
    postgres.start();

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isNotNull();
    assertThat(ready).isEqualTo(503);
    for (Questionnaire one : asked) {
      assertThat(awaitCase(one).getList("needs")).hasSize(2);
      assertThat(journal(one.requestId())).containsExactly("case-opened");
    }
  }

  @Test
  void shouldGoOnWhenTheBrokerIsKilledAndStartedAgain() {
    Questionnaire before = Requests.request("food");
    open(Requests.routed(before, "a"), before);

    broker.kill();
    assertThat(given().get("/v1/cases/" + before.requestId()).statusCode()).isEqualTo(200);
    broker.start();

    Questionnaire after = Requests.request("food");
    open(Requests.routed(after, "a"), after);
  }
}
