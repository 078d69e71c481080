package org.okno.analytics.facts;

import org.jspecify.annotations.Nullable;

/** What the head of the topology makes of a record. */
public sealed interface HeadRecord {
  /** A fact, to be counted in its series. */
  record Counted(Fact fact) implements HeadRecord {}

  /** A record that cannot be counted, with its value as it came; its headers say why. */
  final class PutAside implements HeadRecord {
    private final byte @Nullable [] value;

    PutAside(byte @Nullable [] value) {
      this.value = value;
    }

    /** The value as it came. */
    public byte @Nullable [] value() {
      return value;
    }
  }
}
