package org.okno.intake;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.Event;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;

/** What other services publish, and dead letters. */
final class Topic {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final EventCodec CODEC = new EventCodec();

  private Topic() {}

  static void publishDirectory() {
    publish(
        List.of(
            new TerritoryPublished("02000000", "Область", "region", null, "Europe/Samara", AT),
            new TerritoryPublished(
                "02701301", "Район", "district", "02000000", "Europe/Samara", AT),
            new TermPublished("need", "food", "Продукты", "Food", AT),
            new TermPublished("need", "legal", "Юрист", "Legal help", AT),
            new TermPublished("situation", "lost-job", "Потеря работы", "Lost job", AT),
            new TermPublished("target-group", "disability", "Инвалидность", "Disability", AT)));
  }

  static void publish(List<? extends Event> events) {
    send(events.stream().map(Topic::record).toList());
  }

  static ProducerRecord<String, byte[]> record(Event event) {
    return CODEC.write(EventIds.next(), event);
  }

  /** All records of a topic with one partition. */
  static List<ConsumerRecord<String, byte[]>> read(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (var consumer =
        new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  static void send(List<ProducerRecord<String, byte[]>> records) {
    try (var producer =
        new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }

  private static Map<String, Object> config() {
    return Map.of("bootstrap.servers", Engines.stack().broker().bootstrapServers());
  }
}
