package org.okno.bench.load;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.okno.bench.limits.DatabaseLimits;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Timing;
import org.okno.bench.measure.TimingOptions;
import org.okno.bench.region.Questionnaires;
import org.okno.bench.region.Region;
import org.okno.engines.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests against a whole stack of its own. */
@Command(name = "load", description = "Rates and latencies of a whole stack of its own.")
public final class LoadCommand implements Callable<Integer> {

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
    var result = files.begin("load");
    try (Region region = Region.start("load", Region.whole())) {
      measure(region, result);
    } finally {
      // What was measured before a failure is kept.
      files.write(result);
    }
    return 0;
  }

  private void measure(Region region, Result.Collector result) throws Exception {
    Timing timing = options.timing();
    Questionnaires codes = Questionnaires.of(region.services());
    HighestRate posts = new HighestRate(region, codes);
    EndToEnd endToEnd = new EndToEnd(region, posts);
    result.method("A whole stack of its own, the generator on the same machine; " + timing + ".");
    Figure limit = limit(region, timing, result);
    double highest = 0;
    if (only.contains(What.INTAKE)) {
      result.method("Intake alone: " + posts.generator() + "; the other services run.");
      highest = intake(posts, timing, limit, result);
      endToEnd.settle();
    }
    if (only.contains(What.END_TO_END)) {
      result.method("End to end: until there are as many cases as requests; looked every 0.1 s.");
      Figure cases = Figure.of("end to end, accepted to case", "cases/s", endToEnd.measure(timing));
      result.figure(cases.against(limit));
    }
    if (only.contains(What.LATENCY)) {
      latency(new FixedRate(region, codes), highest, timing, result);
    }
    if (only.contains(What.LIFECYCLE)) {
      result.method("Lifecycle: " + Lifecycles.METHOD);
      Lifecycles.measure(region, codes, timing, result, "");
    }
    if (only.contains(What.SPIKES)) {
      endToEnd.settle();
      new Spikes(region, codes, new Schedule(Phase.spikes(base, scale))).measure(result);
    }
  }

  private static Figure limit(Region region, Timing timing, Result.Collector result)
      throws Exception {
    var database = DatabaseLimits.beside(region.stack().postgres(), region.data());
    result.method("The limit: the same PostgreSQL, a database of its own, the flow at rest.");
    return result.figure(database.oneCommit(DatabaseLimits.CONNECTIONS, timing));
  }

  private static double intake(
      HighestRate posts, Timing timing, Figure limit, Result.Collector result) throws Exception {
    Figure rate = Figure.of("intake alone, accepted", "requests/s", posts.measure(timing));
    return result.figure(rate.against(limit)).median();
  }

  private void latency(FixedRate latency, double highest, Timing timing, Result.Collector result)
      throws Exception {
    result.method(
        "Latency: open model, from when a post was due; the case is looked for every %d ms."
            .formatted(Sightings.RESOLUTION));
    latency.measure(rate, timing, result);
    if (highest > 0) {
      latency.measure(highest / 5, timing, result);
    }
  }
}
