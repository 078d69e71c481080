package org.okno.analytics.recount;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;

/**
 * Removes rows that a recount does not have from the compacted topic: records without a value. They
 * have the headers of an event without data: a consumer of events skips its type and dead-letters a
 * record that has none.
 */
@Singleton
class RemoveRows {
  private static final String TYPE = "org.okno.analytics.daily-summary-removed.v1";
  private static final URI SOURCE = URI.create("/okno/analytics");
  private static final int TIMEOUT_SECONDS = 30;

  private final Map<String, Object> config;

  RemoveRows(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = new HashMap<>(kafka);
    config.put("acks", "all");
    config.put("max.block.ms", TIMEOUT_SECONDS * 1000);
  }

  /**
   * Returns when the broker has it.
   *
   * @throws KafkaException if it may not
   */
  void run(List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (Future<RecordMetadata> sent :
          keys.stream().map(key -> producer.send(removal(key))).toList()) {
        sent.get(TIMEOUT_SECONDS, SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("removals were not confirmed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private static ProducerRecord<String, byte[]> removal(String key) {
    return KafkaMessageFactory.<String>createWriter(Topics.DAILY_SUMMARY, key)
        .writeBinary(
            CloudEventBuilder.v1()
                .withId(EventIds.next().toString())
                .withType(TYPE)
                .withSource(SOURCE)
                .build());
  }
}
