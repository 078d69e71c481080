package org.okno.analytics.facts;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Remembers the ids of events that were counted, for a time, to detect duplicates.
 *
 * <p>By wall-clock time, not by event time: a duplicate follows the first delivery within hours,
 * while the events themselves may be years old (an import), and the window must not forget those.
 */
final class SeenEvents {
  private static final byte[] SEEN = {};

  private final WindowStore<UUID, byte[]> store;
  private final long retention;

  private SeenEvents(WindowStore<UUID, byte[]> store, long retention) {
    this.store = store;
    this.retention = retention;
  }

  /** Whether this is the first delivery; the next is not. */
  boolean isFirst(UUID eventId, long now) {
    try (WindowStoreIterator<byte[]> earlier =
        store.fetch(eventId, now - retention, now + retention)) {
      if (earlier.hasNext()) {
        return false;
      }
    }
    store.put(eventId, SEEN, now);
    return true;
  }

  /** The store, as the topology names it and for how long it remembers. */
  record Window(Duration retention) {
    private static final String NAME = "seen-events";

    StoreBuilder<?> store() {
      return Stores.windowStoreBuilder(
          Stores.persistentWindowStore(NAME, retention, retention, false),
          Serdes.UUID(),
          Serdes.ByteArray());
    }

    SeenEvents in(ProcessorContext<?, ?> context) {
      return new SeenEvents(context.getStateStore(NAME), retention.toMillis());
    }
  }
}
