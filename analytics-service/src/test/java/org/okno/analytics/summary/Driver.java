package org.okno.analytics.summary;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.Event;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.EventCodec;
import org.okno.messaging.EventIds;
import org.okno.messaging.Reading;

/** The topology without a broker. */
final class Driver implements AutoCloseable {
  static final EventCodec CODEC = new EventCodec();
  static final TerritoryRef SAMARA = new TerritoryRef("36701000", "Europe/Samara");
  private static final Duration EMIT_INTERVAL = Duration.ofMillis(200);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;

  Driver() {
    this(0);
  }

  /** Of a recount. */
  Driver(int recount) {
    driver =
        new TopologyTestDriver(
            SummaryTopology.build(
                new Settings(recount),
                CODEC,
                new ConsumerMetrics(meters, SummaryTopology.CONSUMER)),
            config(),
            Instant.parse("2026-03-10T00:00:00Z"));
  }

  void pipe(Event... events) {
    for (Event event : events) {
      pipe(EventIds.next(), event);
    }
  }

  void pipe(UUID id, Event event) {
    ProducerRecord<String, byte[]> record = CODEC.write(id, event);
    pipe(record.topic(), record.key(), record.headers(), record.value());
  }

  /** The same as the replay of a dead letter. */
  void replay(UUID id, Event event) {
    ProducerRecord<String, byte[]> record = CODEC.write(id, event);
    pipe(
        Topics.replay(SummaryTopology.CONSUMER, record.topic()),
        record.key(),
        record.headers(),
        record.value());
  }

  void pipe(String topic, @Nullable String key, Headers headers, byte @Nullable [] value) {
    @SuppressWarnings("NullAway") // a record may lack both
    TestInputTopic<String, byte[]> input =
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    input.pipeInput(new TestRecord<>(key, value, headers, Instant.parse("2026-03-10T00:00:00Z")));
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** The records of a topic since the last reading. */
  List<TestRecord<String, byte[]>> records(String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** Rows emitted since the last reading, in their order. */
  List<DailySummaryRevised> emitted() {
    pass(EMIT_INTERVAL);
    return records(Topics.DAILY_SUMMARY).stream()
        .map(record -> CODEC.read(record.headers(), record.value()))
        .map(reading -> (DailySummaryRevised) ((Reading.Known) reading).event())
        .toList();
  }

  /** What stands in the compacted topic: the last emission of each row since the last reading. */
  Table rows() {
    Map<String, DailySummaryRevised> rows = new HashMap<>();
    emitted().forEach(row -> rows.put(row.key(), row));
    return new Table(rows);
  }

  /** Rows by their key. */
  record Table(Map<String, DailySummaryRevised> all) {
    DailySummaryRevised get(String key) {
      return Objects.requireNonNull(all.get(key), () -> key + " is not among " + all.keySet());
    }
  }

  double count(String topic, String outcome) {
    return meters
        .get("okno.consumer.records")
        .tags("topic", topic, "outcome", outcome)
        .counter()
        .count();
  }

  @Override
  public void close() {
    driver.close();
  }

  private static Properties config() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(
        StreamsConfig.STATE_DIR_CONFIG,
        Path.of("target", "driver", UUID.randomUUID().toString()).toString());
    return config;
  }

  private record Settings(int recount) implements SummarySettings {
    @Override
    public Duration emitInterval() {
      return EMIT_INTERVAL;
    }
  }
}
