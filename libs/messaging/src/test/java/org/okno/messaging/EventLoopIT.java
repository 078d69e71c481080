package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.Topics;

/** Each kind of failure, and the promises, on a real broker. */
class EventLoopIT {
  private static RealBroker broker;

  private final EventCodec codec = new EventCodec();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private String name = "";
  private String in = "";
  private String out = "";

  @BeforeAll
  static void start() throws IOException {
    broker = new RealBroker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void topics() throws Exception {
    name = "c" + UUID.randomUUID();
    in = "in-" + name;
    out = "out-" + name;
    broker.create(in);
    broker.create(out);
    broker.create(Topics.deadLetters(name, in));
  }

  @Test
  void shouldKeepThePlaceAndTryAgainWhileTheWorldIsNotReady() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    Work.IntoDatabase work =
        events -> {
          if (failures.incrementAndGet() <= 2) {
            throw new SQLException("gone", "08006");
          }
          see(events);
        };
    sendAgencies("a", "b", "c");

    try (EventLoop loop = loop(work)) {
      loop.start();
      awaitSeen(3);
    }

    assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(count("tried-again")).isGreaterThanOrEqualTo(2);
    assertThat(count("dead-lettered")).isZero();
  }

  @Test
  void shouldPutPoisonAsideWithItsReasonAndGoOn() throws Exception {
    broker.send(new ProducerRecord<>(in, 0, "k", "garbage".getBytes(UTF_8)));
    broker.send(wrongJson("{\"id\": 7, \"name\""));
    broker.send(wrongJson("{\"id\": \"no-name\"}"));
    broker.send(agency("poison"));
    broker.send(agency("good"));
    Work.IntoDatabase work =
        events -> {
          if (events.stream().anyMatch(event -> id(event).equals("poison"))) {
            throw new PoisonEventException("cannot be worked on");
          }
          see(events);
        };

    List<ConsumerRecord<String, byte[]>> letters;
    try (EventLoop loop = loop(work)) {
      loop.start();
      letters = broker.await(Topics.deadLetters(name, in), 4);
      awaitSeen(1);
    }

    assertThat(seen).containsExactly("good");
    assertThat(letters).extracting(letter -> header(letter, DeadLetter.TOPIC)).containsOnly(in);
    assertThat(letters)
        .extracting(letter -> header(letter, DeadLetter.REASON))
        .anySatisfy(reason -> assertThat(reason).startsWith("not a CloudEvent"))
        .anySatisfy(reason -> assertThat(reason).startsWith("data is not JSON"))
        .anySatisfy(reason -> assertThat(reason).startsWith("data does not fit"))
        .anySatisfy(reason -> assertThat(reason).isEqualTo("cannot be worked on"));
    assertThat(letters)
        .anySatisfy(letter -> assertThat(letter.value()).isEqualTo("garbage".getBytes(UTF_8)));
    assertThat(count("dead-lettered")).isEqualTo(4);
  }

  @Test
  void shouldPutAsideARecordAsLongAsItsTopicTakes() throws Exception {
    byte[] longest = new byte[1_048_000];
    new java.util.Random(7).nextBytes(longest);
    broker.send(new ProducerRecord<>(in, 0, "k", longest));
    broker.send(agency("good"));

    try (EventLoop loop = loop((Work.IntoTopics) event -> List.of(result(event)))) {
      loop.start();
      broker.await(Topics.deadLetters(name, in), 1);
      broker.await(out, 1);
    }
  }

  @Test
  void shouldSkipAndCountATypeItDoesNotKnow() throws Exception {
    ProducerRecord<String, byte[]> unknown = agency("newer");
    unknown.headers().remove("ce_type").add("ce_type", "org.okno.later.v9".getBytes(UTF_8));
    broker.send(unknown);
    broker.send(agency("known"));

    try (EventLoop loop = loop((Work.IntoDatabase) this::see)) {
      loop.start();
      awaitSeen(1);
    }

    assertThat(seen).containsExactly("known");
    assertThat(count("skipped")).isEqualTo(1);
    assertThat(count("dead-lettered")).isZero();
  }

  @Test
  void shouldWriteOnceWhatAKilledInstanceHadSentAndNotCommitted() throws Exception {
    broker.send(agency("a"));
    ConsumerSettings settings = settings();
    // An instance that is killed between sending and committing: nobody closes its transaction.
    KafkaProducer<String, byte[]> killed = new KafkaProducer<>(settings.producer(true));
    killed.initTransactions();
    killed.beginTransaction();
    killed.send(new ProducerRecord<>(out, "a", "of the killed one".getBytes(UTF_8))).get();
    killed.sendOffsetsToTransaction(
        Map.of(new TopicPartition(in, 0), new OffsetAndMetadata(1)),
        new ConsumerGroupMetadata(name));

    try (EventLoop loop = loop((Work.IntoTopics) event -> List.of(result(event)))) {
      loop.start();
      broker.send(agency("b"));
      assertThat(values(2)).containsExactlyInAnyOrder("a", "b");
    } finally {
      killed.close(Duration.ZERO);
    }
  }

  @Test
  void shouldWriteEachResultOnceThoughTheLoopStopsAndStarts() throws Exception {
    List<String> ids = IntStream.range(0, 300).mapToObj(i -> "a" + i).toList();
    AtomicInteger stumbles = new AtomicInteger();
    Work.IntoTopics work =
        event -> {
          if (stumbles.incrementAndGet() % 97 == 0) {
            throw new IOException("for a moment");
          }
          return List.of(result(event));
        };

    for (List<String> part :
        List.of(ids.subList(0, 100), ids.subList(100, 200), ids.subList(200, 300))) {
      try (EventLoop loop = loop(work)) {
        loop.start();
        sendAgencies(part.toArray(String[]::new));
      }
    }
    try (EventLoop loop = loop(work)) {
      loop.start();
      broker.await(out, 300);
    }

    assertThat(values(300)).containsExactlyInAnyOrderElementsOf(ids);
  }

  private EventLoop loop(Work work) {
    return new EventLoop(settings(), codec, work, registry);
  }

  private ConsumerSettings settings() {
    return new ConsumerSettings(
        name,
        broker.bootstrapServers(),
        List.of(in),
        name + "-0",
        50,
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        false);
  }

  private void sendAgencies(String... ids) throws Exception {
    for (String id : ids) {
      broker.send(agency(id));
    }
  }

  private ProducerRecord<String, byte[]> agency(String id) {
    ProducerRecord<String, byte[]> record =
        codec.write(
            EventIds.next(),
            new AgencyPublished(id, "Agency", Instant.parse("2026-03-02T06:15:32Z")));
    return new ProducerRecord<>(in, 0, record.key(), record.value(), record.headers());
  }

  private ProducerRecord<String, byte[]> wrongJson(String json) {
    return new ProducerRecord<>(in, 0, "k", json.getBytes(UTF_8), agency("x").headers());
  }

  private ProducerRecord<String, byte[]> result(ReceivedEvent event) {
    return new ProducerRecord<>(out, id(event), id(event).getBytes(UTF_8));
  }

  private List<String> values(int count) {
    List<String> values = new ArrayList<>();
    broker.await(out, count).forEach(record -> values.add(new String(record.value(), UTF_8)));
    return values;
  }

  private void see(List<ReceivedEvent> events) {
    events.forEach(event -> seen.add(id(event)));
  }

  private static String id(ReceivedEvent event) {
    return ((AgencyPublished) event.event()).id();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), UTF_8);
  }

  private int count(String outcome) {
    return registry.find("okno.consumer.records").tag("outcome", outcome).counters().stream()
        .mapToInt(counter -> (int) counter.count())
        .sum();
  }

  private void awaitSeen(int count) throws InterruptedException {
    for (int i = 0; i < 600 && seen.size() < count; i++) {
      Thread.sleep(100);
    }
  }
}
