package org.okno.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.analytics.summary.BoundedMemory;
import org.okno.messaging.EventIds;

class SeenEventsTest {
  private static final int EVENTS = 200_000;

  @TempDir Path folder;

  @Test
  void shouldKeepAnEventInAtMost60BytesAndKnowItAfterARestart() {
    List<UUID> ids = Stream.generate(EventIds::next).limit(EVENTS).toList();
    try (Task task = new Task()) {
      ids.forEach(id -> assertThat(task.seen.isFirst(id)).isTrue());
    }

    assertThat(bytes() / EVENTS).isLessThanOrEqualTo(60);
    try (Task task = new Task()) {
      assertThat(ids).noneMatch(task.seen::isFirst);
      assertThat(task.seen.isFirst(EventIds.next())).isTrue();
    }
  }

  @Test
  void shouldKeepItsChangelogForEver() {
    assertThat(SeenEvents.store().loggingEnabled()).isTrue();
    // A key-value store's changelog is compacted, never deleted by time, unless it is configured.
    assertThat(SeenEvents.store().logConfig()).isEmpty();
  }

  private long bytes() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The store as one task has it, without a changelog. */
  private final class Task implements AutoCloseable {
    private final StateStore store = SeenEvents.store().withLoggingDisabled().build();
    private final SeenEvents seen;

    Task() {
      Properties config = new Properties();
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
      config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
      config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
      config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName());
      MockProcessorContext<String, ReadRecord> context =
          new MockProcessorContext<>(
              config, new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
      seen = SeenEvents.in(context);
    }

    @Override
    public void close() {
      store.flush();
      store.close();
    }
  }
}
