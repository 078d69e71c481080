package org.okno.bench.measure;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies to three digits, up to ten minutes. Threads may share it. */
public final class Latencies {

  private static final long LONGEST_MICROS = 600_000_000;

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  /** Longer than ten minutes counts as ten minutes. */
  public void record(long nanos) {
    micros.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
  }

  public long count() {
    return micros.getTotalCount();
  }

  /**
   * The latency that this part of all stayed within, in milliseconds.
   *
   * @param percentile 0 to 100
   */
  public double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
