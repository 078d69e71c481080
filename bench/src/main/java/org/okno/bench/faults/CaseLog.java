package org.okno.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.Topics;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Reading;

/** Reads okno.cases from its beginning to where it ends now. */
final class CaseLog {

  private final EventCodec codec = new EventCodec();
  private final String bootstrapServers;

  CaseLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  History read() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    History history = new History();
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CASES).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                record -> {
                  if (codec.read(record.headers(), record.value()) instanceof Reading.Known known
                      && known.event() instanceof CaseEvent event) {
                    history.take(known.id(), event);
                  }
                });
      }
    }
    return history;
  }
}
