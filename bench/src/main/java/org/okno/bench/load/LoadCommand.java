package org.okno.bench.load;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.okno.bench.limits.DatabaseLimits;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Timing;
import org.okno.bench.measure.TimingOptions;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.contracts.Codes;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests against a whole stack of its own. */
@Command(name = "load", description = "Rates and latencies of a whole stack of its own.")
public final class LoadCommand implements Callable<Integer> {

  private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(10);

  /** What can be measured. */
  enum What {
    INTAKE,
    END_TO_END,
    LATENCY,
    LIFECYCLE,
    SPIKES
  }

  @Mixin private TimingOptions options = new TimingOptions();

  @Option(
      names = "--only",
      split = ",",
      description = "Some of: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<What> only = EnumSet.allOf(What.class);

  @Option(
      names = "--rate",
      description = "Arrivals a second for the latencies (default: ${DEFAULT-VALUE}).")
  private double rate = 50;

  @Option(
      names = "--base",
      description = "Arrivals a second between the spikes (default: ${DEFAULT-VALUE}).")
  private double base = 20;

  @Option(
      names = "--scale",
      description = "Length of the spike shape, 1 is 270 s (default: ${DEFAULT-VALUE}).")
  private double scale = 1;

  @Override
  public Integer call() throws Exception {
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin(name());
    try (BenchStack bench = BenchStack.start("load", BenchStack.whole())) {
      measure(bench, result);
    } finally {
      // Figures measured before a failure are kept.
      files.write(result);
    }
    return 0;
  }

  /** A partial result does not replace the whole. */
  private String name() {
    return only.size() == What.values().length
        ? "load"
        : only.stream().map(Codes::of).sorted().collect(Collectors.joining("-", "load-", ""));
  }

  private void measure(BenchStack bench, Result.Collector result) throws Exception {
    Timing timing = options.timing();
    SampleQuestionnaire codes = SampleQuestionnaire.of(bench.as(Caller.ADMINISTRATOR));
    HighestRate posts = new HighestRate(bench, codes);
    EndToEnd endToEnd = new EndToEnd(bench, posts);
    var database = DatabaseLimits.beside(bench.stack().postgres(), bench.data());
    result.method("A whole stack of its own, the generator on the same machine; " + timing + ".");
    result.method("Before each but the first all cases are there and the summary is at rest.");
    result.method(
        "The limit: the same PostgreSQL, a database of its own, %d s of warm-up, the flow at rest."
            .formatted(LIMIT_WARM_UP.toSeconds()));
    double highest = 0;
    if (only.contains(What.END_TO_END)) {
      result.method("End to end: until there are as many cases as requests; looked every 0.1 s.");
      Figure limit = limit(database, timing, ", before end to end", result);
      Figure cases = Figure.of("end to end, accepted to case", "cases/s", endToEnd.measure(timing));
      highest = result.figure(cases.against(limit)).median();
    }
    if (only.contains(What.LATENCY)) {
      endToEnd.settle();
      latency(new FixedRate(bench, codes), highest, timing, result);
    }
    if (only.contains(What.LIFECYCLE)) {
      endToEnd.settle();
      result.method("Lifecycle: " + Lifecycles.METHOD);
      Lifecycles.measure(bench, codes, timing, result, "");
    }
    if (only.contains(What.SPIKES)) {
      endToEnd.settle();
      new Spikes(bench, codes, new Schedule(Phase.spikes(base, scale))).measure(result);
    }
    if (only.contains(What.INTAKE)) {
      endToEnd.settle();
      intakeAlone(bench, database, posts, timing, result);
    }
  }

  private static Figure limit(
      DatabaseLimits database, Timing timing, String when, Result.Collector result)
      throws Exception {
    Timing warmSoon = timing.after(LIMIT_WARM_UP);
    return result.figure(database.oneCommit(DatabaseLimits.CONNECTIONS, warmSoon).with(when));
  }

  /** Last, because it leaves far more requests than the others process within a run. */
  private static void intakeAlone(
      BenchStack bench,
      DatabaseLimits database,
      HighestRate posts,
      Timing timing,
      Result.Collector result)
      throws Exception {
    for (Part other : List.of(Part.CONNECT, Part.ROUTING, Part.CASE, Part.ANALYTICS)) {
      bench.stack().part(other).stop();
    }
    result.method("Intake alone: " + posts.generator() + "; Connect and the others are stopped.");
    Figure limit = limit(database, timing, ", before intake alone", result);
    Figure rate = Figure.of("intake alone, accepted", "requests/s", posts.measure(timing));
    result.figure(rate.against(limit));
  }

  private void latency(FixedRate latency, double highest, Timing timing, Result.Collector result)
      throws Exception {
    result.method(
        "Latency: open model, from when a post was due; the case is looked for every %d ms."
            .formatted(ArrivalLog.RESOLUTION));
    latency.measure(rate, timing, result);
    if (highest > 0) {
      result.method("Latency, the higher rate: a fifth of the highest rate end to end.");
      latency.measure(highest / 5, timing, result);
    }
  }
}
