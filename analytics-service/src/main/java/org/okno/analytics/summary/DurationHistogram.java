package org.okno.analytics.summary;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AnalyticsEvent.Durations;

/**
 * How durations are spread, within one percent. The same durations in any order make the same
 * bytes, few where there are few different ones.
 */
final class DurationHistogram {
  /** Of no durations. */
  static final DurationHistogram NONE = new DurationHistogram(new byte[0]);

  private static final int DIGITS = 2;
  // A hundred years: what is longer counts as this.
  private static final long LONGEST_SECONDS = 3_155_760_000L;

  private final byte[] encoded;

  private DurationHistogram(byte[] encoded) {
    this.encoded = encoded;
  }

  static DurationHistogram decode(byte[] encoded) {
    return encoded.length == 0 ? NONE : new DurationHistogram(encoded);
  }

  /** HdrHistogram's own sparse form; empty for no durations. */
  byte[] encode() {
    return encoded;
  }

  DurationHistogram with(long seconds) {
    IntCountsHistogram histogram = histogram();
    histogram.recordValue(Math.clamp(seconds, 0, LONGEST_SECONDS));
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return new DurationHistogram(Arrays.copyOf(buffer.array(), length));
  }

  /** Median and 90th percentile, by nearest rank; null for no durations. */
  @Nullable Durations durations() {
    if (encoded.length == 0) {
      return null;
    }
    IntCountsHistogram histogram = histogram();
    return new Durations(histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(90));
  }

  private IntCountsHistogram histogram() {
    if (encoded.length == 0) {
      return new IntCountsHistogram(1, LONGEST_SECONDS, DIGITS);
    }
    return IntCountsHistogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), LONGEST_SECONDS);
  }
}
