package org.okno.routing.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who works on an entry now. A claim ends by itself: a desk that went home holds nothing back. */
sealed interface TriageClaim {
  /** Nobody does: whoever comes first may. */
  record Nobody() implements TriageClaim {}

  /** A dispatcher does, and nobody else may change the entry before this time. */
  record By(String dispatcher, Instant until) implements TriageClaim {}

  /** The claim that is stored, as it is now. */
  static TriageClaim at(Instant now, @Nullable String dispatcher, @Nullable Instant until) {
    return dispatcher == null || until == null || !until.isAfter(now)
        ? new Nobody()
        : new By(dispatcher, until);
  }

  /** Whether somebody else works on the entry. */
  default boolean isOfAnotherThan(String subject) {
    return this instanceof By by && !by.dispatcher().equals(subject);
  }
}
