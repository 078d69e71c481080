package org.okno.analytics.facts;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Remembers the ids of events that were counted, for ever, to detect duplicates: a dead letter may
 * be replayed years later.
 *
 * <p>Ids are UUIDv7 and are kept as their 16 bytes, so the store is written at its end, and a new
 * id is behind every file of the past: what is old costs disk, and no time. Decision 0035.
 */
final class SeenEvents {
  private static final String NAME = "counted-events";
  private static final byte[] COUNTED = {};

  private final KeyValueStore<Bytes, byte[]> store;

  private SeenEvents(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray());
  }

  static SeenEvents in(ProcessorContext<?, ?> context) {
    return new SeenEvents(context.getStateStore(NAME));
  }

  /** Whether this is the first delivery; the next is not. */
  boolean isFirst(UUID eventId) {
    return store.putIfAbsent(key(eventId), COUNTED) == null;
  }

  private static Bytes key(UUID id) {
    return Bytes.wrap(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }
}
