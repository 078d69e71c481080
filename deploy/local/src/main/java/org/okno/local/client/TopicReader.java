package org.okno.local.client;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from the first record to the present end. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private TopicReader() {}

  /** Passes every record to the reader, in the order of each partition. */
  public static <K, V> void readAll(
      KafkaConsumer<K, V> consumer,
      Collection<TopicPartition> partitions,
      Consumer<ConsumerRecord<K, V>> reader) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    // The position gets past transaction markers at the end; the last record's offset does not.
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(reader);
    }
  }
}
