package org.okno.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by the time they were made: UUIDv7, RFC 9562. */
public final class EventIds {
  private EventIds() {}

  /** A new id, never given twice. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** When an id was made, in milliseconds. */
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** Sorts before all ids that were made at this time or later; PostgreSQL sorts them alike. */
  public static UUID lowestAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }
}
