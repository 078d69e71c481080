package org.okno.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

class DeadLettersIT {

  private static final String TOPIC = "case.okno.decisions.dlq";

  @TempDir static Path data;
  private static Broker broker;

  @BeforeAll
  static void startBroker() {
    broker =
        new Broker(
            Home.find(),
            data.resolve("kafka"),
            Ports.random().of(Part.KAFKA),
            data.resolve("kafka.log"));
    broker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.stop();
  }

  @Test
  void shouldSendEachLetterBackOnceAndNeverShowWhatItHolds() {
    DeadLetters letters = new DeadLetters(broker.bootstrapServers());
    bury("one");
    bury("two");
    bury("three");

    List<String> lines = new ArrayList<>();
    letters.forEach(TOPIC, letter -> lines.add(letter.line()));
    assertThat(lines)
        .hasSize(3)
        .allMatch(line -> line.contains("no such field: need"))
        .noneMatch(line -> line.contains("secret"));
    assertThat(waiting(letters)).isEqualTo(3);

    assertThat(letters.replay(TOPIC, 2)).isEqualTo(2);
    assertThat(waiting(letters)).isEqualTo(1);
    assertThat(letters.replay(TOPIC, 100)).isEqualTo(1);
    assertThat(letters.replay(TOPIC, 100)).isZero();

    List<ConsumerRecord<String, String>> sentBack = read("okno.decisions", 3);
    assertThat(sentBack.stream().map(ConsumerRecord::value))
        .containsExactlyInAnyOrder("secret one", "secret two", "secret three");
    assertThat(sentBack.getFirst().headers().toArray())
        .extracting(Header::key)
        .containsExactly("ce_id");
  }

  private static long waiting(DeadLetters letters) {
    return letters.counts().stream()
        .filter(count -> count.topic().equals(TOPIC))
        .findFirst()
        .orElseThrow()
        .waiting();
  }

  private static void bury(String word) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> letter = new ProducerRecord<>(TOPIC, "key", "secret " + word);
      Map.of(
              "ce_id", word,
              "okno_dlq_topic", "okno.decisions",
              "okno_dlq_partition", "0",
              "okno_dlq_offset", "7",
              "okno_dlq_class", "poison",
              "okno_dlq_reason", "no such field: need")
          .forEach(
              (name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(letter);
    }
  }

  private static List<ConsumerRecord<String, String>> read(String topic, int count) {
    List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "group.id", "reader",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
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
