package org.okno.analytics.facts;

import org.jspecify.annotations.Nullable;

/** What became of a record that was read. */
public sealed interface ReadRecord {
  /** A fact, to be counted in its series. */
  record Counted(Fact fact) implements ReadRecord {}

  /** A record that cannot be counted, with its value; its headers say why. */
  final class DeadLettered implements ReadRecord {
    private final byte @Nullable [] value;

    DeadLettered(byte @Nullable [] value) {
      this.value = value;
    }

    /** The value as it was read. */
    public byte @Nullable [] value() {
      return value;
    }
  }
}
