package org.okno.messaging.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events on the topics, as every consumer sees them. */
@Singleton
public class PublishedEvents {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> config;

  PublishedEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = new HashMap<>(kafka);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "earliest");
    config.put("allow.auto.create.topics", false);
    config.put("default.api.timeout.ms", 10_000);
  }

  /**
   * Removes the ids of events that are on a topic, as it is now.
   *
   * @param since records that came earlier are not read
   */
  void removeFound(String topic, Instant since, Set<String> ids) {
    if (!ids.isEmpty()) {
      read(topic, since, record -> !removeFound(record, ids).isEmpty());
    }
  }

  private static Set<String> removeFound(ConsumerRecord<String, byte[]> record, Set<String> ids) {
    Header id = record.headers().lastHeader("ce_id");
    if (id != null) {
      ids.remove(new String(id.value(), UTF_8));
    }
    return ids;
  }

  /**
   * Reads the records of a topic, as it is now, by partition and offset.
   *
   * @param since records that came earlier are not read
   * @param reader false where no more records need to be read
   */
  public void read(String topic, Instant since, Predicate<ConsumerRecord<String, byte[]>> reader) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(consumer, ends, since);
      while (isBefore(consumer, ends)) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (!reader.test(record)) {
            return;
          }
        }
      }
    }
  }

  private static void seek(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Instant since) {
    consumer
        .offsetsForTimes(
            ends.keySet().stream().collect(toMap(it -> it, it -> since.toEpochMilli())))
        .forEach(
            (partition, found) ->
                consumer.seek(
                    partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
  }

  private static boolean isBefore(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
