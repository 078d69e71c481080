package org.okno.analytics;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.okno.contracts.Event;
import org.okno.contracts.TerritoryRef;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;

/** The events of the other services in, the summary out. */
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
abstract class SummaryFlow {
  @SuppressWarnings("NullAway.Init") // by ServiceEngines
  Postgres postgres;

  @SuppressWarnings("NullAway.Init")
  Broker broker;

  @SuppressWarnings("NullAway.Init")
  EventTopics topics;

  void send(Event... events) {
    topics.sendAll(List.of(events));
  }

  static SampleRequest request(String territory, String requestedAt, String... needs) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"), "web", Instant.parse(requestedAt), needs);
  }

  /** The reconciliation once it is settled with so many requests. */
  static JsonPath awaitSettled(long requests) {
    return await(
        "/v1/reconciliation", it -> it.getBoolean("settled") && it.getLong("requests") >= requests);
  }

  static JsonPath await(String path, Predicate<JsonPath> done) {
    return Await.value(
        () -> {
          Response response = given().get(path);
          return response.statusCode() == 200 && done.test(response.jsonPath())
              ? response.jsonPath()
              : null;
        });
  }
}
