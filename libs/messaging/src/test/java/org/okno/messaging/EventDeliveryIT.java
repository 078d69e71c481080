package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.Topics;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;

/** Each class of failure, on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(MessagingEngines.class)
class EventDeliveryIT {
  private static final String DEAD_LETTERS =
      Topics.deadLetters(HandledConsumer.CHANNEL, HandledConsumer.TOPIC);

  @Inject HandledConsumer consumer;
  @Inject Jdbi jdbi;
  @Inject MeterRegistry registry;

  @SuppressWarnings("NullAway.Init") // injected by MessagingEngines
  Broker broker;

  @SuppressWarnings("NullAway.Init")
  Postgres postgres;

  private final EventCodec codec = new EventCodec();
  private final String run = UUID.randomUUID().toString();

  @AfterEach
  void behaveWell() {
    consumer.behaveWell();
  }

  @Test
  void shouldRetryTheSameBatchWhileADependencyIsNotAvailable() {
    AtomicInteger failures = new AtomicInteger();
    consumer.beforeCommit(
        events -> {
          if (!events.isEmpty() && failures.incrementAndGet() <= 2) {
            throw new IllegalStateException(new SQLException("gone", "08006"));
          }
        });

    send(agency("a"), agency("b"), agency("c"));

    await(() -> handled().size() == 3);
    assertThat(handled()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(count("retried")).isPositive();
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void shouldHandleEachEventOnceThroughAnOutageOfTheDatabase() {
    send(agency("before"));
    await(() -> handled().size() == 1);
    postgres.kill();
    send(IntStream.range(0, 30).mapToObj(i -> agency("a" + i)).toArray(ProducerRecord[]::new));
    await(() -> count("retried") > 2);
    postgres.start();

    await(() -> handled().size() == 31);
    assertThat(handled()).doesNotHaveDuplicates();
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void shouldDeadLetterPoisonWithItsReasonAndHandleTheOthers() {
    consumer.beforeCommit(
        events -> {
          if (events.stream().anyMatch(event -> HandledConsumer.id(event).endsWith("poison"))) {
            throw new PoisonEventException("cannot be handled");
          }
          if (events.stream().anyMatch(event -> HandledConsumer.id(event).endsWith("row"))) {
            throw new IllegalStateException(new SQLException("Key (name)=(Anna) exists", "23505"));
          }
        });

    send(
        record("garbage".getBytes(UTF_8), null),
        record("{\"id\": 7, \"name\"".getBytes(UTF_8), agency("x")),
        record("{\"id\": \"no-name\"}".getBytes(UTF_8), agency("x")),
        agency("poison"),
        agency("row"),
        agency("good"));

    await(() -> deadLetters().size() == 5 && handled().size() == 1);
    assertThat(handled()).containsExactly("good");
    assertThat(deadLetters())
        .extracting(letter -> header(letter, DeadLetter.REASON))
        .anySatisfy(reason -> assertThat(reason).startsWith("not a CloudEvent"))
        .anySatisfy(reason -> assertThat(reason).startsWith("data is not JSON"))
        .anySatisfy(reason -> assertThat(reason).startsWith("data does not fit"))
        .anySatisfy(reason -> assertThat(reason).isEqualTo("cannot be handled"))
        .anySatisfy(reason -> assertThat(reason).isEqualTo("SQLSTATE 23505"));
    assertThat(deadLetters())
        .allSatisfy(
            letter -> {
              assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(HandledConsumer.TOPIC);
              assertThat(header(letter, DeadLetter.OFFSET)).matches("\\d+");
              letter
                  .headers()
                  .forEach(
                      one -> assertThat(new String(one.value(), UTF_8)).doesNotContain("Anna"));
            });
  }

  @Test
  void shouldDeadLetterARecordAsLongAsItsTopicAllows() {
    byte[] longest = new byte[1_048_000];
    new Random(7).nextBytes(longest);

    send(record(longest, null), agency("good"));

    await(() -> deadLetters().size() == 1 && handled().size() == 1);
    assertThat(deadLetters().getFirst().value()).isEqualTo(longest);
  }

  @Test
  void shouldSkipAndCountATypeItDoesNotKnow() {
    double before = count("skipped");
    ProducerRecord<String, byte[]> unknown = agency("newer");
    unknown.headers().remove("ce_type").add("ce_type", "org.okno.later.v9".getBytes(UTF_8));

    send(unknown, agency("known"));

    await(() -> handled().size() == 1);
    await(() -> count("skipped") == before + 1);
    assertThat(handled()).containsExactly("known");
  }

  @Test
  void shouldGiveADuplicateNoSecondEffect() {
    double before = count("duplicate");
    ProducerRecord<String, byte[]> once = agency("once");

    send(once, once);
    send(once);

    await(() -> count("duplicate") == before + 2);
    assertThat(handled()).containsExactly("once");
  }

  @Test
  void shouldHandleAReplayedEventOnceLikeOneOfItsTopic() {
    double before = count("duplicate");
    ProducerRecord<String, byte[]> repaired = agency("repaired");

    send(replay(repaired), replay(repaired));

    await(() -> count("duplicate") == before + 1);
    assertThat(handled()).containsExactly("repaired");
  }

  @Test
  void shouldDeadLetterAReplayedRecordToItsOwnTopicWithItsOrigin() {
    ProducerRecord<String, byte[]> bad = record("garbage".getBytes(UTF_8), null);
    DeadLetter.mark(bad.headers(), HandledConsumer.TOPIC, 1, 42, "replayed");
    bad.headers().remove(DeadLetter.REASON);

    send(replay(bad));

    await(() -> deadLetters().size() == 1);
    assertThat(deadLetters().getFirst())
        .returns(HandledConsumer.TOPIC, letter -> header(letter, DeadLetter.TOPIC))
        .returns("1", letter -> header(letter, DeadLetter.PARTITION))
        .returns("42", letter -> header(letter, DeadLetter.OFFSET));
  }

  @Test
  void shouldRetryWhatFailsAfterTheCommit() {
    AtomicInteger runs = new AtomicInteger();
    consumer.afterCommit(
        () -> {
          if (runs.incrementAndGet() == 1) {
            throw new IllegalStateException(new SQLException("gone", "08006"));
          }
        });

    send(agency("a"));

    await(() -> runs.get() >= 2);
    assertThat(handled()).containsExactly("a");
  }

  @Test
  void shouldDeadLetterNothingForWhatFailsAfterTheCommit() {
    AtomicInteger runs = new AtomicInteger();
    consumer.afterCommit(
        () -> {
          runs.incrementAndGet();
          throw new IllegalStateException("a bug");
        });

    send(agency("committed"));

    await(() -> runs.get() >= 1);
    await(() -> lag() == 0);
    assertThat(handled()).containsExactly("committed");
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void shouldCommitTheOffsetsBehindWhatItHandled() {
    send(agency("last"));

    await(() -> handled().size() == 1);
    await(() -> lag() == 0);
  }

  private long lag() {
    try (Admin admin = Admin.create(address());
        KafkaConsumer<String, byte[]> reader = reader()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(HandledConsumer.CHANNEL)
              .partitionsToOffsetAndMetadata()
              .get();
      return reader.endOffsets(committed.keySet()).entrySet().stream()
          .mapToLong(
              end -> end.getValue() - Objects.requireNonNull(committed.get(end.getKey())).offset())
          .sum();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  private void send(ProducerRecord<String, byte[]>... records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(address(), new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> record : records) {
        producer.send(record);
      }
    }
  }

  private static ProducerRecord<String, byte[]> replay(ProducerRecord<String, byte[]> record) {
    return new ProducerRecord<>(
        Topics.replay(HandledConsumer.CHANNEL, HandledConsumer.TOPIC),
        0,
        record.key(),
        record.value(),
        record.headers());
  }

  private ProducerRecord<String, byte[]> agency(String id) {
    ProducerRecord<String, byte[]> record =
        codec.write(
            EventIds.next(),
            new AgencyPublished(
                run + "/" + id, "Agency", Instant.parse("2026-03-02T06:15:32.000Z"), 1L, null));
    return new ProducerRecord<>(
        HandledConsumer.TOPIC, 0, record.key(), record.value(), record.headers());
  }

  private ProducerRecord<String, byte[]> record(
      byte[] value, @org.jspecify.annotations.Nullable ProducerRecord<String, byte[]> headers) {
    return new ProducerRecord<>(
        HandledConsumer.TOPIC, 0, run + "/bad", value, headers == null ? null : headers.headers());
  }

  /** What this test's events led to. */
  private List<String> handled() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select substr(id, 38) from handled where id like ?")
                .bind(0, run + "/%")
                .mapTo(String.class)
                .list());
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters() {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader = reader()) {
      TopicPartition partition = new TopicPartition(DEAD_LETTERS, 0);
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(reader.endOffsets(List.of(partition)).get(partition));
      while (reader.position(partition) < end) {
        reader.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found.stream().filter(letter -> letter.key().contains(run)).toList();
  }

  private KafkaConsumer<String, byte[]> reader() {
    return new KafkaConsumer<>(address(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> address() {
    return broker.administrator().with(Map.of());
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private double count(String outcome) {
    return registry.find("okno.consumer.records").tag("outcome", outcome).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("waited for 60 s").isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (RuntimeException e) { // the database is away for a while
      return false;
    }
  }
}
