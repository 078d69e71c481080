package org.okno.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;
import org.okno.contracts.Topics;
import org.okno.engines.kafka.ClientSettings;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;
import org.okno.messaging.Reading;

/** The topics as the other services see them: produces events, reads what is committed. */
public final class EventTopics implements AutoCloseable {
  private static final byte[] NOT_JSON = "{\"questionnaire\":7".getBytes(UTF_8);

  private final EventCodec codec = new EventCodec();
  private final ClientSettings kafka;
  private final KafkaProducer<String, byte[]> producer;

  public EventTopics(ClientSettings kafka) {
    this.kafka = kafka;
    this.producer =
        new KafkaProducer<>(
            kafka.with(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer());
  }

  /** Produces an event under a new id and returns the id. */
  public UUID send(Event event) {
    UUID id = EventIds.next();
    send(id, event);
    return id;
  }

  /** Produces an event; again with the same id it is a duplicate. */
  public void send(UUID id, Event event) {
    send(codec.write(id, event));
  }

  /** Produces events in their order, each under a new id. */
  public void sendAll(List<? extends Event> events) {
    events.forEach(event -> producer.send(codec.write(EventIds.next(), event)));
    producer.flush();
  }

  /** Produces an event under a new id as the replay of a consumer's dead letter. */
  public void replay(String consumer, Event event) {
    ProducerRecord<String, byte[]> record = codec.write(EventIds.next(), event);
    send(
        new ProducerRecord<>(
            Topics.replay(consumer, record.topic()),
            null,
            record.key(),
            record.value(),
            record.headers()));
  }

  /** Produces any record; returns when the broker has it. */
  public void send(ProducerRecord<String, byte[]> record) {
    producer.send(record);
    producer.flush();
  }

  /** Produces a record with the headers and the key of an event whose value cannot be read. */
  public void sendUnreadable(Event likeThis) {
    ProducerRecord<String, byte[]> record = codec.write(EventIds.next(), likeThis);
    send(new ProducerRecord<>(record.topic(), null, record.key(), NOT_JSON, record.headers()));
  }

  /** All committed records of a topic, up to its end now. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = reader(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  /** All committed records of a topic with this key. */
  public List<ConsumerRecord<String, byte[]>> withKey(String topic, String key) {
    return all(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  /** What a consumer has dead-lettered of a topic. */
  public List<ConsumerRecord<String, byte[]>> deadLetters(String consumer, String topic) {
    return all(Topics.deadLetters(consumer, topic));
  }

  /** Waits for a committed record that matches; the first from the beginning of the topic. */
  public ConsumerRecord<String, byte[]> await(
      String topic, Predicate<ConsumerRecord<String, byte[]>> matches) {
    try (KafkaConsumer<String, byte[]> consumer = reader(topic)) {
      long end = System.nanoTime() + Await.TIMEOUT.toNanos();
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (matches.test(record)) {
            return record;
          }
        }
      }
    }
    throw new AssertionError("no matching record came to " + topic);
  }

  /**
   * The event of a record.
   *
   * @throws AssertionError where it cannot be read
   */
  public Event event(ConsumerRecord<String, byte[]> record) {
    if (codec.read(record.headers(), record.value()) instanceof Reading.Known known) {
      return known.event();
    }
    throw new AssertionError("no event of Okno: " + record);
  }

  /** Whether a record is an event of this type. */
  public static boolean isOf(ConsumerRecord<String, byte[]> record, EventType type) {
    return type.typeName().equals(header(record, "ce_type"));
  }

  /** A header as text; empty where there is none. */
  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private KafkaConsumer<String, byte[]> reader(String topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            kafka.with(Map.of("isolation.level", "read_committed")),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
