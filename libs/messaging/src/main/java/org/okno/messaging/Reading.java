package org.okno.messaging;

import java.time.Instant;
import java.util.UUID;
import org.okno.contracts.Event;

/** What a Kafka record turned out to be. */
public sealed interface Reading {

  /** An event of a type these contracts know. */
  record Known(UUID id, Instant time, Event event) implements Reading {}

  /**
   * A well-formed event of a type that is newer than these contracts, or none of ours: to be
   * skipped and counted.
   */
  record Unknown(String typeName) implements Reading {}

  /** Not readable, now or ever: to be dead-lettered with this reason, which holds no payload. */
  record Unreadable(String reason) implements Reading {}
}
