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
 * The rows of one task, and which of them changed since they were told last.
 *
 * <p>Both are stores with a changelog in the task's transaction: a crash loses neither a count nor
 * the telling of it.
 */
final class Rows {
  static final String ROWS = "rows";
  static final String UNTOLD = "untold-rows";
  private static final byte[] MARK = {};

  private final KeyValueStore<String, Row> rows;
  private final KeyValueStore<String, byte[]> untold;

  private Rows(KeyValueStore<String, Row> rows, KeyValueStore<String, byte[]> untold) {
    this.rows = rows;
    this.untold = untold;
  }

  static Rows in(ProcessorContext<?, ?> context) {
    return new Rows(context.getStateStore(ROWS), context.getStateStore(UNTOLD));
  }

  // Cached: between two commits a busy row is written, and logged, once.
  static StoreBuilder<?> rowStore() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(ROWS), Serdes.String(), new RowSerde())
        .withCachingEnabled();
  }

  // Few keys at any time: in memory, restored from its changelog like any other.
  static StoreBuilder<?> untoldStore() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(UNTOLD), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  /** Counts a fact in its day's row and carries the stocks on through the later days. */
  void apply(Fact fact) {
    RowKey key = new RowKey(fact.series(), fact.day());
    Row row = rows.get(key.text());
    if (row == null) {
      row = begin(key);
    }
    row.count(fact);
    keep(key.text(), row);
    if (fact.measure().movesStock()) {
      carryOn(key, fact);
    }
  }

  private Row begin(RowKey key) {
    try (KeyValueIterator<String, Row> earlier = rows.reverseRange(key.beforeAll(), key.text())) {
      return earlier.hasNext() ? Row.after(earlier.next().value) : new Row();
    }
  }

  private void carryOn(RowKey key, Fact fact) {
    List<org.apache.kafka.streams.KeyValue<String, Row>> later = new ArrayList<>();
    try (KeyValueIterator<String, Row> days = rows.range(key.behind(), key.behindAll())) {
      days.forEachRemaining(later::add);
    }
    later.forEach(
        day -> {
          day.value.carry(fact);
          keep(day.key, day.value);
        });
  }

  private void keep(String key, Row row) {
    rows.put(key, row);
    untold.put(key, MARK);
  }

  /** Tells every row that changed since the last telling, each once, as it stands now. */
  void tell(Consumer<Told> listener) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> changed = untold.all()) {
      changed.forEachRemaining(entry -> keys.add(entry.key));
    }
    for (String key : keys) {
      Row row = rows.get(key);
      if (row != null) {
        listener.accept(new Told(RowKey.of(key), row));
      }
      untold.delete(key);
    }
  }

  /** A row and its place. */
  record Told(RowKey key, Row row) {}
}
