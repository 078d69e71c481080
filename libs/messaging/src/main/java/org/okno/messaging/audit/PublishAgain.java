package org.okno.messaging.audit;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.messaging.JournalRecord;

/**
 * Publishes events of the journal again, as Debezium does, with the same ids: each consumer that
 * has handled one ignores it.
 */
@Singleton
public class PublishAgain {
  private static final int TIMEOUT_SECONDS = 30;

  /** Events with their payloads in memory at the same time. */
  private static final int MAX_EVENTS = 1_000;

  private final JournalRepository journal;
  private final Map<String, Object> config;
  private final MeterRegistry metrics;

  PublishAgain(
      JournalRepository journal,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry metrics) {
    this.journal = journal;
    this.config = new HashMap<>(kafka);
    config.put("acks", "all");
    config.put("max.block.ms", TIMEOUT_SECONDS * 1000);
    this.metrics = metrics;
  }

  /**
   * Returns when the broker has the events, in the order of the journal.
   *
   * @throws KafkaException if it may lack some
   */
  public void events(Collection<UUID> eventIds) {
    if (eventIds.isEmpty()) {
      return;
    }
    List<UUID> ids = journal.inOrder(eventIds);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (int from = 0; from < ids.size(); from += MAX_EVENTS) {
        publish(
            journal.records(ids.subList(from, Math.min(from + MAX_EVENTS, ids.size()))), producer);
      }
    }
  }

  private void publish(List<JournalRecord> events, KafkaProducer<String, byte[]> producer) {
    try {
      for (Future<RecordMetadata> sent :
          events.stream().map(event -> producer.send(event.record())).toList()) {
        sent.get(TIMEOUT_SECONDS, SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("events were not confirmed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
    metrics.counter("okno.journal.published.again").increment(events.size());
  }
}
