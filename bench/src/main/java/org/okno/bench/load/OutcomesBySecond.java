package org.okno.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.okno.bench.measure.Latencies;
import org.okno.bench.measure.Series.Point;

/** The outcomes of arrivals, by the second in which they were due. */
final class OutcomesBySecond {

  private final List<Latencies> accepted = new ArrayList<>();
  private final List<LongAdder> busy = new ArrayList<>();
  private final List<LongAdder> failed = new ArrayList<>();

  OutcomesBySecond(int seconds) {
    for (int i = 0; i < seconds; i++) {
      accepted.add(new Latencies());
      busy.add(new LongAdder());
      failed.add(new LongAdder());
    }
  }

  void accepted(int second, long nanos) {
    accepted.get(second).record(nanos);
  }

  /** Rejected for load: 429 or 503 with {@code Retry-After}. */
  void busy(int second) {
    busy.get(second).increment();
  }

  /** Any other response, or none. */
  void failed(int second) {
    failed.get(second).increment();
  }

  long accepted() {
    return accepted.stream().mapToLong(Latencies::count).sum();
  }

  long busy() {
    return busy.stream().mapToLong(LongAdder::sum).sum();
  }

  long failed() {
    return failed.stream().mapToLong(LongAdder::sum).sum();
  }

  /** The worst second's percentile between two seconds, in milliseconds. */
  double millis(int from, int to, double percentile) {
    return IntStream.range(from, to)
        .mapToDouble(s -> accepted.get(s).millis(percentile))
        .max()
        .orElse(0);
  }

  long accepted(int from, int to) {
    return IntStream.range(from, to).mapToLong(s -> accepted.get(s).count()).sum();
  }

  /**
   * OutcomesBySecond from {@code from} until every arrival of a second is accepted within this time
   * again.
   */
  int recovery(int from, int to, long wanted, double withinMillis) {
    for (int second = from; second < to; second++) {
      Latencies one = accepted.get(second);
      if (one.count() >= wanted && one.millis(99) <= withinMillis) {
        return second - from;
      }
    }
    return to - from;
  }

  List<Point> points(double percentile) {
    return IntStream.range(0, accepted.size())
        .mapToObj(s -> new Point(s, accepted.get(s).millis(percentile)))
        .toList();
  }
}
