package org.okno.cases.rebuild;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reports how many records were read, at each tenth of them. About, since the markers of
 * transactions have offsets of their own.
 */
final class Progress {
  private final long all;
  private final Consumer<String> output;
  private final AtomicLong read = new AtomicLong();

  Progress(long all, Consumer<String> output) {
    this.all = all;
    this.output = output;
  }

  /** One more record was read. */
  void count() {
    long now = read.incrementAndGet();
    if (now * 10 / all > (now - 1) * 10 / all) {
      output.accept("%3d %% of about %,d records read".formatted(now * 100 / all, all));
    }
  }
}
