package org.okno.bench.load;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Latencies;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** Latency at a fixed rate of arrivals: until accepted, and until in the agency's list. */
final class FixedRate {

  private static final int TIMEOUT_SECONDS = 60;

  private final BenchStack bench;
  private final SampleQuestionnaire codes;
  private final Services adapter;

  FixedRate(BenchStack bench, SampleQuestionnaire codes) {
    this.bench = bench;
    this.codes = codes;
    this.adapter = bench.as(SampleQuestionnaire.ADAPTER);
  }

  /** The figures of one run. */
  private record Run(Latencies accepted, Latencies visible, LongAdder failed) {}

  void measure(double rate, Timing timing, Result.Collector result) throws Exception {
    once("warm", (int) timing.warmUp().toSeconds(), rate);
    List<Run> runs = new ArrayList<>();
    for (int run = 0; run < timing.runs(); run++) {
      runs.add(once("run" + run, (int) timing.run().toSeconds(), rate));
    }
    figure(
        result,
        "rejected, or no case in 60 s",
        "requests",
        rate,
        runs,
        r -> r.failed().doubleValue());
    for (double percentile : new double[] {50, 99}) {
      String name = percentile == 50 ? "median" : "p99";
      figure(result, "accepted, " + name, "ms", rate, runs, r -> r.accepted().millis(percentile));
      figure(
          result,
          "in the agency's list, " + name,
          "ms",
          rate,
          runs,
          r -> r.visible().millis(percentile));
    }
  }

  private static void figure(
      Result.Collector result,
      String what,
      String unit,
      double rate,
      List<Run> runs,
      ToDoubleFunction<Run> of) {
    Runs values = new Runs(runs.stream().mapToDouble(of).boxed().toList());
    result.figure(Figure.of("latency at %.0f/s: %s".formatted(rate, what), unit, values));
  }

  private Run once(String name, int seconds, double rate) throws Exception {
    Run run = new Run(new Latencies(), new Latencies(), new LongAdder());
    String prefix = "fixed-" + name + "-" + System.nanoTime();
    try (ArrivalLog arrivals = new ArrivalLog(bench, run.visible())) {
      OpenModel.run(
          Schedule.constant(seconds, rate),
          (arrival, due) -> {
            UUID accepted = post(prefix, arrival.number(), due, run);
            if (accepted != null) {
              arrivals.await(accepted, due);
            }
          });
      run.failed().add(arrivals.missing(TIMEOUT_SECONDS));
    }
    return run;
  }

  /** The request's id; null where it was not accepted, which is counted. */
  private @Nullable UUID post(String prefix, int number, long due, Run run) {
    try {
      String phone = "%07d".formatted(number);
      Reply reply =
          adapter.post("intake", "/v1/requests", codes.body(prefix + "-" + number, phone));
      UUID id = UUID.fromString(reply.orFail("post a request").path("requestId").asText());
      run.accepted().record(System.nanoTime() - due);
      return id;
    } catch (IllegalStateException | UncheckedIOException e) {
      run.failed().increment();
      return null;
    }
  }
}
