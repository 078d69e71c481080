package org.okno.analytics.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.okno.analytics.facts.Fact;

/**
 * The rows of one task, and which of them changed since they were emitted last.
 *
 * <p>Both are stores with a changelog in the task's transaction: a crash loses neither a count nor
 * its emission.
 */
final class Rows {
  static final String ROWS = "rows";
  static final String DIRTY = "dirty-rows";
  private static final byte[] MARK = {};

  private final KeyValueStore<String, Row> rows;
  private final KeyValueStore<String, byte[]> dirty;
  private final long revision;

  private Rows(
      KeyValueStore<String, Row> rows, KeyValueStore<String, byte[]> dirty, long revision) {
    this.rows = rows;
    this.dirty = dirty;
    this.revision = revision;
  }

  /**
   * Those of a task.
   *
   * @param revision behind which the first of a row is
   */
  static Rows in(ProcessorContext<?, ?> context, long revision) {
    return new Rows(context.getStateStore(ROWS), context.getStateStore(DIRTY), revision);
  }

  // Cached: between two commits a busy row is written, and logged, once.
  static StoreBuilder<?> rowStore() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(ROWS), Serdes.String(), new RowSerde())
        .withCachingEnabled();
  }

  // Few keys at any time: in memory, restored from its changelog like any other.
  static StoreBuilder<?> dirtyStore() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(DIRTY), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  /** Counts a fact in its day's row and carries the stocks forward through the later days. */
  void apply(Fact fact) {
    RowKey key = new RowKey(fact.series(), fact.day());
    Row row = rows.get(key.text());
    if (row == null) {
      row = newRow(key);
    }
    row.count(fact);
    put(key.text(), row);
    if (fact.measure().movesStock()) {
      carryForward(key, fact);
    }
  }

  private Row newRow(RowKey key) {
    try (KeyValueIterator<String, Row> earlier = rows.reverseRange(key.beforeAll(), key.text())) {
      return earlier.hasNext() ? Row.after(earlier.next().value, revision) : Row.from(revision);
    }
  }

  private void carryForward(RowKey key, Fact fact) {
    List<org.apache.kafka.streams.KeyValue<String, Row>> later = new ArrayList<>();
    try (KeyValueIterator<String, Row> days = rows.range(key.behind(), key.behindAll())) {
      days.forEachRemaining(later::add);
    }
    later.forEach(
        day -> {
          day.value.carry(fact);
          put(day.key, day.value);
        });
  }

  private void put(String key, Row row) {
    rows.put(key, row);
    dirty.put(key, MARK);
  }

  /** Emits every dirty row, each once, as it is now. */
  void emit(Consumer<Revised> listener) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> changed = dirty.all()) {
      changed.forEachRemaining(entry -> keys.add(entry.key));
    }
    for (String key : keys) {
      Row row = rows.get(key);
      if (row != null) {
        listener.accept(new Revised(RowKey.of(key), row));
      }
      dirty.delete(key);
    }
  }

  /** A row and its key. */
  record Revised(RowKey key, Row row) {}
}
