package org.okno.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.region.NewCases;
import org.okno.bench.region.Region;
import org.okno.engines.stack.Part;

/**
 * Accepted to case: posts at the highest rate, and the clock stops when there are as many new cases
 * as there are new requests.
 */
final class EndToEnd {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SUMMARY_PATIENCE = Duration.ofMinutes(20);

  private final Region region;
  private final HighestRate posts;

  EndToEnd(Region region, HighestRate posts) {
    this.region = region;
    this.posts = posts;
  }

  /** Cases a second. */
  Runs measure(Timing timing) throws Exception {
    once(timing.warmUp());
    List<Double> rates = new ArrayList<>();
    for (int run = 0; run < timing.runs(); run++) {
      rates.add(once(timing.run()));
    }
    return new Runs(rates);
  }

  private double once(Duration length) throws Exception {
    region.settle(PATIENCE);
    long before = region.cases();
    try (NewCases cases = region.newCases()) {
      long begin = System.nanoTime();
      posts.once(length);
      long requests = region.number(Part.INTAKE, "select count(*) from request") - before;
      long took = cases.await(requests, begin, PATIENCE);
      return requests * 1e9 / took;
    }
  }

  /** Until nothing of an earlier measurement is under way, the summary included. */
  void settle() throws InterruptedException {
    region.settle(PATIENCE);
    region.awaitSummary(SUMMARY_PATIENCE);
  }
}
