package org.okno.analytics.recount;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.reconciliation.Lag;

/**
 * Whether all that was on the topics at the first reading has come into the rows, however many
 * events came since.
 *
 * <p>It passes from topic to topic: events, facts, rows. So the offsets pass the ends of the
 * reading before several times: first those of the events, then of the facts made of them, then,
 * after the rows were emitted, of the rows.
 */
final class CatchUp {
  // The third reading may be before the last row is emitted, the fourth is behind.
  private static final int ROUNDS = 4;

  private @Nullable Lag before;
  private int rounds;

  /**
   * Takes the next reading.
   *
   * @param now at least as long after the one before as a row waits to be emitted and committed;
   *     empty where there is none
   */
  boolean isDone(Optional<Lag> now) {
    if (now.isEmpty()) {
      return false;
    }
    if (before == null) {
      before = now.get();
    } else if (now.get().hasPassed(before)) {
      before = now.get();
      rounds++;
    }
    return rounds >= ROUNDS;
  }
}
