package org.okno.cases.rebuild;

import static org.apache.kafka.clients.consumer.ConsumerConfig.*;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic outside of any consumer group: no offset is committed. */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> config;

  TopicReader(Map<String, Object> kafka) {
    this.config = new HashMap<>(kafka);
    config.put(ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(MAX_POLL_RECORDS_CONFIG, 2000);
    config.put(MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
  }

  /** The end offsets of a topic, for readers of committed records. */
  Map<TopicPartition, Long> ends(String topic) {
    try (var consumer = consumer()) {
      return Map.copyOf(consumer.endOffsets(partitions(consumer, topic)));
    }
  }

  /** Reads partitions from their beginning up to these ends. */
  void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> handler) {
    try (var consumer = consumer()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      readOn(consumer, ends, handler);
    }
  }

  /** Reads the last records of partitions, so many of each, up to these ends. */
  void readLast(
      int records,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<String, byte[]>> handler) {
    try (var consumer = consumer()) {
      consumer.assign(ends.keySet());
      ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - records)));
      readOn(consumer, ends, handler);
    }
  }

  private static void readOn(
      KafkaConsumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<String, byte[]>> handler) {
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
          handler.accept(record);
        }
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static Collection<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(one -> new TopicPartition(topic, one.partition()))
        .toList();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
