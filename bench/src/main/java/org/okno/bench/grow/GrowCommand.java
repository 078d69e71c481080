package org.okno.bench.grow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.okno.bench.limits.DatabaseLimits;
import org.okno.bench.load.Lifecycles;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Series;
import org.okno.bench.measure.Series.Point;
import org.okno.bench.measure.Timing;
import org.okno.bench.measure.TimingOptions;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same lifecycles with more and more stored cases. */
@Command(name = "grow", description = "Lifecycles with 0, 100,000, 1,000,000 … stored cases.")
public final class GrowCommand implements Callable<Integer> {

  private static final long FIRST_LEVEL = 100_000;
  private static final Duration TIMEOUT = Duration.ofMinutes(20);

  @Mixin private TimingOptions options = new TimingOptions();

  @Option(
      names = "--to",
      description =
          "Most stored cases; levels are 0, then 100,000, then tenfold (default: 1000000).")
  private long most = 1_000_000;

  private final List<Point> lifecycles = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("grow");
    try (BenchStack bench = BenchStack.start("grow", BenchStack.whole())) {
      result.method(
          "Seeded by RequestRouted events on okno.decisions, through the consumers; each level "
              + options.timing()
              + ". Lifecycle: "
              + Lifecycles.METHOD);
      measure(bench, result);
    } finally {
      // Figures measured before a failure are kept.
      result.series(new Series("grow", "lifecycles", "stored cases", "a second", lifecycles));
      files.write(result);
    }
    return 0;
  }

  private void measure(BenchStack bench, Result.Collector result) throws Exception {
    Timing timing = options.timing();
    SampleQuestionnaire codes = SampleQuestionnaire.of(bench.as(Caller.ADMINISTRATOR));
    Seeding seeding = new Seeding(bench, codes);
    var database = DatabaseLimits.beside(bench.stack().postgres(), bench.data());
    Figure batches = result.figure(database.batches(timing));
    for (long level : levels(most)) {
      double rate = seeding.fillTo(level);
      if (rate > 0) {
        result.figure(
            Figure.of("case consumer, to %,d cases".formatted(level), "requests/s", rate)
                .against(batches));
      }
      // Otherwise the next figures would include the backlog of the seeding.
      bench.awaitSummary(TIMEOUT);
      level(bench, codes, timing, level, result);
    }
  }

  /** 0, the first level, then tenfold; the last is the requested one. */
  static List<Long> levels(long most) {
    List<Long> levels = new ArrayList<>(List.of(0L));
    for (long level = FIRST_LEVEL; level < most; level *= 10) {
      levels.add(level);
    }
    levels.add(most);
    return levels;
  }

  private void level(
      BenchStack bench,
      SampleQuestionnaire codes,
      Timing timing,
      long level,
      Result.Collector result)
      throws Exception {
    String label = " with %,d cases".formatted(level);
    Figure life = Lifecycles.measure(bench, codes, timing, result, label);
    lifecycles.add(new Point(level, life.median()));
    long cases = bench.cases();
    if (level > 0) {
      long bytes = bench.number(Part.CASE, "select pg_database_size(current_database())");
      result.figure(Figure.of("case database" + label, "bytes/case", (double) bytes / cases));
    }
    for (Part service : Part.services()) {
      String name = "heap in use, " + service.label() + label;
      result.figure(Figure.of(name, "MiB", bench.heap(service)));
    }
  }
}
