package org.okno.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

class DeadLettersIT {

  private static final String TOPIC = "case.okno.decisions.dlq";

  @TempDir static Path data;
  private static Stack stack;
  private static Broker broker;

  @BeforeAll
  static void startBroker() {
    stack = new Stack(Settings.of(Home.find(), data, Ports.random()).only(EnumSet.of(Part.KAFKA)));
    stack.start(Progress.silent());
    broker = stack.broker();
  }

  @AfterAll
  static void stopBroker() {
    stack.stop();
  }

  @Test
  void shouldReplayEachRecordOnceAndNeverShowItsValue() {
    DeadLetters deadLetters = new DeadLetters(broker.administrator());
    bury("one");
    bury("two");
    bury("three");

    List<String> lines = new ArrayList<>();
    deadLetters.forEach(TOPIC, record -> lines.add(record.line()));
    assertThat(lines)
        .hasSize(3)
        .allMatch(line -> line.contains("no such field: need"))
        .noneMatch(line -> line.contains("secret"));
    assertThat(notReplayed(deadLetters)).isEqualTo(3);

    assertThat(deadLetters.replay(TOPIC, 2)).isEqualTo(2);
    assertThat(notReplayed(deadLetters)).isEqualTo(1);
    assertThat(deadLetters.replay(TOPIC, 100)).isEqualTo(1);
    assertThat(deadLetters.replay(TOPIC, 100)).isZero();

    List<ConsumerRecord<String, String>> replayed = read("case.okno.decisions.replay", 3);
    assertThat(replayed.stream().map(ConsumerRecord::value))
        .containsExactlyInAnyOrder("secret one", "secret two", "secret three");
    assertThat(replayed.getFirst().headers().toArray())
        .extracting(Header::key)
        .containsExactlyInAnyOrder(
            "ce_id", "dead-letter-topic", "dead-letter-partition", "dead-letter-offset");
    assertThat(end("okno.decisions")).as("what other consumers read").isZero();
  }

  /** Kafka Streams and routing dead-letter in transactions, whose markers take offsets too. */
  @Test
  void shouldCountRecordsAndNoMarkersOfTransactions() {
    String topic = "analytics.okno.cases.dlq";
    DeadLetters deadLetters = new DeadLetters(broker.administrator());
    buryInTransaction(topic, 3, true);
    buryInTransaction(topic, 1, false);
    assertThat(end(topic)).isGreaterThan(4);

    assertThat(deadLetters.counts()).contains(new DeadLetters.Count(topic, 3, 3));
    assertThat(deadLetters.replay(topic, 2)).isEqualTo(2);
    assertThat(deadLetters.counts()).contains(new DeadLetters.Count(topic, 3, 1));
    assertThat(deadLetters.replay(topic, 100)).isEqualTo(1);
    assertThat(deadLetters.counts()).contains(new DeadLetters.Count(topic, 3, 0));
  }

  private static void buryInTransaction(String topic, int records, boolean commit) {
    try (var producer =
        new KafkaProducer<>(
            broker.administrator().with(Map.of("transactional.id", "test")),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      for (int i = 0; i < records; i++) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "key", "secret " + i));
        producer.flush();
        if (commit) {
          producer.commitTransaction();
        } else {
          producer.abortTransaction();
        }
      }
    }
  }

  private static long end(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            broker.administrator().with(Map.of()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(it -> it).sum();
    }
  }

  private static long notReplayed(DeadLetters deadLetters) {
    return deadLetters.counts().stream()
        .filter(count -> count.topic().equals(TOPIC))
        .findFirst()
        .orElseThrow()
        .notReplayed();
  }

  private static void bury(String word) {
    try (var producer =
        new KafkaProducer<>(
            broker.administrator().with(Map.of()),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, "key", "secret " + word);
      Map.of(
              "ce_id", word,
              "dead-letter-topic", "okno.decisions",
              "dead-letter-partition", "0",
              "dead-letter-offset", "7",
              "dead-letter-reason", "no such field: need")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
    }
  }

  private static List<ConsumerRecord<String, String>> read(String topic, int count) {
    List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    Map<String, Object> configuration =
        broker
            .administrator()
            .with(
                Map.of(
                    "group.id", "reader",
                    "auto.offset.reset", "earliest",
                    "isolation.level", "read_committed"));
    try (var consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (seen.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
      }
    }
    return seen;
  }
}
