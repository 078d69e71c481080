package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Event;
import org.okno.messaging.EventIds;

@QuarkusTest
class FaultsIT extends SummaryFlow {
  private static final String AT = "2026-03-02T08:00:00Z";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String TOTALS =
      "/v1/daily-summaries/totals?from=2026-03-02&to=2026-03-02&by=territory&territory=";

  @Test
  void shouldCountEachOnceWhenTheBrokerIsKilledAndEventsComeTwice() {
    await("/q/health/ready", it -> it.getString("status").equals("UP"));
    List<Event> events =
        IntStream.range(0, 200)
            .mapToObj(i -> request("broker", AT, "food"))
            .<Event>flatMap(it -> Stream.of(it.submitted(), it.routed("a1", HOUR)))
            .toList();
    List<UUID> ids = events.stream().map(event -> EventIds.next()).toList();

    send(ids.subList(0, 200), events.subList(0, 200));
    broker.kill();
    Response meanwhile = given().get("/v1/daily-summaries");
    JsonPath unproven = given().get("/v1/reconciliation").jsonPath();
    broker.start();
    send(ids, events);

    assertThat(meanwhile.statusCode()).isEqualTo(200);
    assertThat(unproven.getBoolean("settled")).isFalse();
    assertThat(unproven.getMap("$")).doesNotContainKey("lag");
    await(TOTALS + "broker", it -> it.getList("items.routed").contains(200));
    awaitSettled(200);
    JsonPath totals = given().get(TOTALS + "broker").jsonPath();
    assertThat(totals.getLong("items[0].requests")).isEqualTo(200);
    assertThat(totals.getLong("items[0].routed")).isEqualTo(200);
  }

  @Test
  void shouldCatchUpWhenTheDatabaseIsKilledAndStartedAgain() {
    await("/q/health/ready", it -> it.getString("status").equals("UP"));
    postgres.kill();
    for (int i = 0; i < 30; i++) {
      send(request("database", AT, "food").submitted());
    }
    Response away = given().get("/v1/daily-summaries");
    int ready = given().get("/q/health/ready").statusCode();
    postgres.start();

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isNotNull();
    assertThat(ready).isEqualTo(503);
    await(TOTALS + "database", it -> it.getList("items.requests").contains(30));
  }

  private void send(List<UUID> ids, List<Event> events) {
    for (int i = 0; i < ids.size(); i++) {
      topics.send(ids.get(i), events.get(i));
    }
  }
}
