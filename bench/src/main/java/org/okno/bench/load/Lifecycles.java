package org.okno.bench.load;

import java.util.Collections;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.region.Questionnaires;
import org.okno.bench.region.Region;

/** So many people at once, each going through one lifecycle after the other. */
public final class Lifecycles {

  private static final int PEOPLE = 128;

  private Lifecycles() {}

  /** How it is done, for the result. */
  public static final String METHOD =
      PEOPLE
          + " at once, closed loop: post, read the case (Prefer: wait), accept, resolve, read the case, search the agency's list.";

  /** Lifecycles as long as the warm-up takes, not measured. */
  public static void live(Region region, Questionnaires codes, Timing timing)
      throws InterruptedException {
    timing.warmUp(Collections.nCopies(PEOPLE, new Lifecycle(region.services(), codes)));
  }

  /**
   * Lifecycles a second, and how long one takes.
   *
   * @param label ends each figure's name
   */
  public static Figure measure(
      Region region, Questionnaires codes, Timing timing, Result.Collector result, String label)
      throws InterruptedException {
    live(region, codes, timing);
    Lifecycle lifecycle = new Lifecycle(region.services(), codes);
    Runs rates = timing.warmRate(Collections.nCopies(PEOPLE, lifecycle));
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
