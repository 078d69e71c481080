package org.okno.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids that sort by the time they were made: UUIDv7, RFC 9562. */
public final class EventIds {
  private EventIds() {}

  /** A new id, never given twice. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
