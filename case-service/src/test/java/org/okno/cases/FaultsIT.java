package org.okno.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.okno.testkit.SampleRequest;

@QuarkusTest
class FaultsIT extends CaseFlow {

  @Test
  void shouldLoseNothingWhenTheDatabaseIsKilledAndStartedAgain() {
    List<SampleRequest> requests =
        IntStream.range(0, 60).mapToObj(i -> SampleRequest.of("food", "legal")).toList();

    requests.subList(0, 30).forEach(one -> topics.send(one.routed("a")));
    postgres.kill();
    requests.subList(30, 60).forEach(one -> topics.send(one.routed("a")));
    Response away = given().get("/v1/cases");
    int ready = given().get("/q/health/ready").statusCode();
    postgres.start();

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isNotNull();
    assertThat(ready).isEqualTo(503);
    for (SampleRequest one : requests) {
      assertThat(awaitCase(one).getList("needs")).hasSize(2);
      assertThat(journal(one)).containsExactly("case-opened");
    }
  }

  @Test
  void shouldContinueWhenTheBrokerIsKilledAndStartedAgain() {
    SampleRequest before = SampleRequest.of("food");
    open(before.routed("a"), before);

    broker.kill();
    assertThat(given().get("/v1/cases/" + before.id()).statusCode()).isEqualTo(200);
    broker.start();

    SampleRequest after = SampleRequest.of("food");
    open(after.routed("a"), after);
  }
}
