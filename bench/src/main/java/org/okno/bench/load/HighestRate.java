package org.okno.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.engines.stack.Part;
import org.okno.local.client.Services;

/**
 * The highest rate of accepted posts: this many connections, each posting again after the response.
 */
final class HighestRate {

  private static final int CONNECTIONS = 128;

  private final BenchStack bench;
  private final SampleQuestionnaire codes;
  private final Services adapter;
  private final boolean wrk = Wrk.isInstalled();
  private int used;

  HighestRate(BenchStack bench, SampleQuestionnaire codes) {
    this.bench = bench;
    this.codes = codes;
    this.adapter = bench.as(SampleQuestionnaire.ADAPTER);
  }

  /** Which generator it is, for the result. */
  String generator() {
    return wrk
        ? "wrk, 1 thread, %d connections, closed loop".formatted(CONNECTIONS)
        : Wrk.INSTALL + "; instead " + CONNECTIONS + " threads of this JVM";
  }

  /** Accepted posts a second. */
  Runs measure(Timing timing) throws Exception {
    once(timing.warmUp());
    List<Double> rates = new ArrayList<>();
    for (int run = 0; run < timing.runs(); run++) {
      rates.add(once(timing.run()));
    }
    return new Runs(rates);
  }

  /** One run with new external ids. */
  double once(Duration length) throws Exception {
    String prefix = "rate-" + System.nanoTime() + "-" + used++;
    URI intake = bench.stack().settings().url(Part.INTAKE);
    if (wrk) {
      String template = adapter.write(codes.body("@ID@", "@PHONE@"));
      return new Wrk(bench.data(), template, adapter.authorization())
          .rate(intake, prefix, CONNECTIONS, length);
    }
    AtomicInteger number = new AtomicInteger();
    Timing.Work post = () -> post(prefix, number.incrementAndGet());
    List<Timing.Work> workers = IntStream.range(0, CONNECTIONS).mapToObj(i -> post).toList();
    return new Timing(Duration.ZERO, length, 1).rate(workers).median();
  }

  private int post(String prefix, int number) {
    adapter
        .post(
            Part.INTAKE.label(),
            "/v1/requests",
            codes.body(prefix + "-" + number, "%07d".formatted(number)))
        .orFail("post a request");
    return 1;
  }
}
