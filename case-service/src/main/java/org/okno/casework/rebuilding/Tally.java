package org.okno.casework.rebuilding;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tells how far the reading is, at each tenth of it. About, since the end marks of transactions
 * have places of their own.
 */
final class Tally {
  private final long all;
  private final Consumer<String> say;
  private final AtomicLong read = new AtomicLong();

  Tally(long all, Consumer<String> say) {
    this.all = all;
    this.say = say;
  }

  /** One more record was read. */
  void read() {
    long now = read.incrementAndGet();
    if (now * 10 / all > (now - 1) * 10 / all) {
      say.accept("%3d %% of about %,d records read".formatted(now * 100 / all, all));
    }
  }
}
