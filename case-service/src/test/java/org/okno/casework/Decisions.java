package org.okno.casework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Event;

/** Tells events as routing and intake do, through Kafka. */
final class Decisions implements AutoCloseable {
  private final EventCodec codec = new EventCodec();
  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;

  Decisions(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends an event under a new id and answers with the id. */
  UUID send(Event event) {
    UUID id = EventIds.next();
    send(id, event);
    return id;
  }

  void send(UUID id, Event event) {
    producer.send(codec.write(id, event));
    producer.flush();
  }

  /** Sends a record that says it is such an event, and is not. */
  void sendBroken(Event likeThis) {
    ProducerRecord<String, byte[]> record = codec.write(EventIds.next(), likeThis);
    producer.send(
        new ProducerRecord<>(
            record.topic(),
            null,
            record.key(),
            "{\"questionnaire\":7".getBytes(StandardCharsets.UTF_8),
            record.headers()));
    producer.flush();
  }

  /** The records a topic of one partition holds now. */
  List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<String, byte[]>> found = new java.util.ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
