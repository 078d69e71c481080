package org.okno.bench.load;

import java.util.Collections;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;

/** Concurrent lifecycles, a closed loop. */
public final class Lifecycles {

  private static final int CONCURRENT = 128;

  private Lifecycles() {}

  /** The method, for the result. */
  public static final String METHOD =
      CONCURRENT
          + " at once, closed loop: post, read the case (Prefer: wait), accept, resolve, read the case, search the agency's list.";

  /** Lifecycles for the warm-up, not measured. */
  public static void warmUp(BenchStack bench, SampleQuestionnaire codes, Timing timing)
      throws InterruptedException {
    timing.warmUp(Collections.nCopies(CONCURRENT, new Lifecycle(bench.services(), codes)));
  }

  /**
   * Lifecycles a second, and how long one takes.
   *
   * @param label ends each figure's name
   */
  public static Figure measure(
      BenchStack bench,
      SampleQuestionnaire codes,
      Timing timing,
      Result.Collector result,
      String label)
      throws InterruptedException {
    warmUp(bench, codes, timing);
    Lifecycle lifecycle = new Lifecycle(bench.services(), codes);
    Runs rates = timing.warmRate(Collections.nCopies(CONCURRENT, lifecycle));
    Figure rate = result.figure(Figure.of("lifecycles" + label, "1/s", rates));
    for (double percentile : new double[] {50, 99}) {
      String name = percentile == 50 ? ", median" : ", p99";
      double millis = lifecycle.latencies().millis(percentile);
      result.figure(Figure.of("one lifecycle" + name + label, "ms", millis));
    }
    int failed = lifecycle.failures().values().stream().mapToInt(Integer::intValue).sum();
    result.figure(Figure.of("failed lifecycles" + label, "lifecycles", failed));
    if (failed > 0) {
      result.method("Failed lifecycles" + label + ": " + lifecycle.failures());
    }
    return rate;
  }
}
