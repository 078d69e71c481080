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
import org.okno.bench.region.Questionnaires;
import org.okno.bench.region.Region;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same lifecycles with more and more stored cases. */
@Command(name = "grow", description = "Lifecycles with 0, 100,000, 1,000,000 … stored cases.")
public final class GrowCommand implements Callable<Integer> {

  private static final long FIRST_LEVEL = 100_000;
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(20);

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
    try (Region region = Region.start("grow", Region.whole())) {
      result.method(
          "Seeded by RequestRouted events on okno.decisions, through the consumers; each level "
              + options.timing()
              + ". Lifecycle: "
              + Lifecycles.METHOD);
      measure(region, result);
    } finally {
      // What was measured before a failure is kept.
      result.series(new Series("grow", "lifecycles", "stored cases", "a second", lifecycles));
      files.write(result);
    }
    return 0;
  }

  private void measure(Region region, Result.Collector result) throws Exception {
    Timing timing = options.timing();
    Questionnaires codes = Questionnaires.of(region.services());
    Seeding seeding = new Seeding(region, codes);
    var database = DatabaseLimits.beside(region.stack().postgres(), region.data());
    Figure batches = result.figure(database.batches(timing));
    for (long level : levels(most)) {
      double rate = seeding.fillTo(level);
      if (rate > 0) {
        result.figure(
            Figure.of("case consumer, to %,d cases".formatted(level), "requests/s", rate)
                .against(batches));
      }
      // Else the next figures would share the machine with what the seeding left to do.
      region.awaitSummary(SETTLES_WITHIN);
      level(region, codes, timing, level, result);
    }
  }

  /** 0, the first level, then tenfold; the last is what was asked for. */
  static List<Long> levels(long most) {
    List<Long> levels = new ArrayList<>(List.of(0L));
    for (long level = FIRST_LEVEL; level < most; level *= 10) {
      levels.add(level);
    }
    levels.add(most);
    return levels;
  }

  private void level(
      Region region, Questionnaires codes, Timing timing, long level, Result.Collector result)
      throws Exception {
    String label = " with %,d cases".formatted(level);
    Figure life = Lifecycles.measure(region, codes, timing, result, label);
    lifecycles.add(new Point(level, life.median()));
    long cases = region.cases();
    if (level > 0) {
      long bytes = region.number(Part.CASE, "select pg_database_size(current_database())");
      result.figure(Figure.of("case database" + label, "bytes/case", (double) bytes / cases));
    }
    for (Part service : Part.services()) {
      String name = "heap in use, " + service.label() + label;
      result.figure(Figure.of(name, "MiB", region.heap(service)));
    }
  }
}
