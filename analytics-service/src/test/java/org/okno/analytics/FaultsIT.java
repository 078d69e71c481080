package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.okno.analytics.flow.Request;
import org.okno.contracts.TerritoryRef;

@QuarkusTest
class FaultsIT extends SummaryFlow {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String TOTALS =
      "/v1/daily-summaries/totals?from=2026-03-02&to=2026-03-02&by=territory&territory=";

  @Test
  void shouldCountEachOnceWhenTheBrokerIsKilledAndEventsComeTwice() {
    await("/q/health/ready", it -> it.getString("status").equals("UP"));
    var events =
        IntStream.range(0, 200)
            .mapToObj(i -> request("broker"))
            .flatMap(it -> java.util.stream.Stream.of(it.submitted(), it.routed("a1", HOUR)))
            .map(SummaryFlow::record)
            .toList();

    send(events.subList(0, 200));
    broker.kill();
    Response meanwhile = given().get("/v1/daily-summaries");
    broker.start();
    send(events.stream().map(FaultsIT::again).toList());

    assertThat(meanwhile.statusCode()).isEqualTo(200);
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
      send(request("database").submitted());
    }
    Response away = given().get("/v1/daily-summaries");
    int ready = given().get("/q/health/ready").statusCode();
    postgres.start();

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isNotNull();
    assertThat(ready).isEqualTo(503);
    await(TOTALS + "database", it -> it.getList("items.requests").contains(30));
  }

  private static ProducerRecord<String, byte[]> again(ProducerRecord<String, byte[]> record) {
    return new ProducerRecord<>(
        record.topic(), null, record.key(), record.value(), record.headers());
  }

  private static Request request(String territory) {
    return Request.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "web",
        Instant.parse("2026-03-02T08:00:00Z"),
        "food");
  }
}
