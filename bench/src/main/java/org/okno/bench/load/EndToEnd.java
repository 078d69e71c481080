package org.okno.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.NewCaseCounter;
import org.okno.engines.stack.Part;

/**
 * Accepted to case: posts at the highest rate, measured until there are as many new cases as new
 * requests.
 */
final class EndToEnd {

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final Duration SUMMARY_TIMEOUT = Duration.ofMinutes(20);

  private final BenchStack bench;
  private final HighestRate posts;

  EndToEnd(BenchStack bench, HighestRate posts) {
    this.bench = bench;
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
    bench.settle(TIMEOUT);
    long before = bench.cases();
    try (NewCaseCounter cases = bench.newCaseCounter()) {
      long begin = System.nanoTime();
      posts.once(length);
      long requests = bench.number(Part.INTAKE, "select count(*) from request") - before;
      long took = cases.await(requests, begin, TIMEOUT);
      return requests * 1e9 / took;
    }
  }

  /** Waits until no work of an earlier measurement is left, the summary included. */
  void settle() throws InterruptedException {
    bench.settle(TIMEOUT);
    bench.awaitSummary(SUMMARY_TIMEOUT);
  }
}
