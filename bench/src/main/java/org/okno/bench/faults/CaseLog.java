package org.okno.bench.faults;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.Topics;
import org.okno.local.client.TopicReader;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Reading;

/** Reads okno.cases from its beginning to its present end. */
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
      TopicReader.readAll(
          consumer,
          partitions,
          record -> {
            if (codec.read(record.headers(), record.value()) instanceof Reading.Known known
                && known.event() instanceof CaseEvent event) {
              history.add(known.id(), event);
            }
          });
    }
    return history;
  }
}
