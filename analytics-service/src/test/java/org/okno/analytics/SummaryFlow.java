package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.okno.contracts.Event;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;

/** Plays the other services: their events in, the summary out. */
@WithTestResource(AnalyticsEngines.class)
abstract class SummaryFlow {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final EventCodec CODEC = new EventCodec();

  @SuppressWarnings("NullAway.Init") // by AnalyticsEngines
  Postgres postgres;

  @SuppressWarnings("NullAway.Init")
  Broker broker;

  @SuppressWarnings("NullAway.Init")
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void open() {
    producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "linger.ms", 5, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  static ProducerRecord<String, byte[]> record(Event event) {
    return CODEC.write(EventIds.next(), event);
  }

  void send(Event... events) {
    send(java.util.Arrays.stream(events).map(SummaryFlow::record).toList());
  }

  /** Returns when the broker has them. */
  void send(List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer.send(record)));
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** The reconciliation once it is settled with so many requests. */
  static JsonPath awaitSettled(long requests) {
    return await(
        "/v1/reconciliation", it -> it.getBoolean("settled") && it.getLong("requests") >= requests);
  }

  static JsonPath await(String path, Predicate<JsonPath> done) {
    Instant until = Instant.now().plus(LIMIT);
    String last = "";
    while (Instant.now().isBefore(until)) {
      var answer = given().get(path);
      last = answer.asString();
      if (answer.statusCode() == 200 && done.test(answer.jsonPath())) {
        return answer.jsonPath();
      }
      pause();
    }
    assertThat(last).as("what " + path + " answers after " + LIMIT).isEqualTo("what was awaited");
    throw new AssertionError();
  }

  static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
