package org.okno.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.get;
import static org.okno.intake.Intake.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** Acceptance while an engine was killed. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class OutageIT {
  EventTopics topics;
  Tables tables;
  Postgres postgres;
  Broker broker;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldPromiseNothingWhileTheDatabaseIsUnavailableAndContinueAfterwards() {
    postgres.kill();

    Response batch =
        post(
            "/v1/requests/batch",
            "application/x-ndjson",
            Questionnaires.valid("outage-1").replace("\n", " ").getBytes(UTF_8));
    assertThat(batch.asString()).contains("\"status\":503", "unknown", "never done twice");
    Response refused = post(Questionnaires.valid("outage-1"));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);

    postgres.start();
    Await.until(() -> post(Questionnaires.valid("outage-1")).statusCode() == 201);
    Await.until(() -> get("/q/health/ready").statusCode() == 200);
    assertThat(
            tables.count(
                "request r join journal j on j.event_key = r.id::text where r.id = cast(? as uuid)",
                post(Questionnaires.valid("outage-1")).<String>path("requestId")))
        .isEqualTo(1);
  }

  @Test
  void shouldAcceptWhileKafkaIsUnavailable() {
    broker.kill();
    try {
      assertThat(post(Questionnaires.valid("no-kafka-1")).statusCode()).isEqualTo(201);
      assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    } finally {
      broker.start();
    }
  }
}
