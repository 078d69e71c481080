package org.okno.bench.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.okno.bench.grow.Seeding;
import org.okno.bench.limits.DatabaseLimits;
import org.okno.bench.load.Lifecycles;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Runs;
import org.okno.bench.measure.Timing;
import org.okno.bench.measure.TimingOptions;
import org.okno.bench.rebuild.RebuildRun.Built;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rebuilds the cases from the topics and compares them with the present ones. */
@Command(
    name = "rebuild",
    description = "Rebuilds the case service's tables from the topics and compares them.")
public final class RebuildCommand implements Callable<Integer> {

  @Mixin private TimingOptions options = new TimingOptions();

  @Option(names = "--cases", description = "Stored cases (default: ${DEFAULT-VALUE}).")
  private long cases = 300_000;

  @Override
  public Integer call() throws Exception {
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("rebuild");
    try (BenchStack bench = BenchStack.start("rebuild", BenchStack.whole())) {
      result.method(
          "Cases seeded by events on okno.decisions through the consumers; then %d s of lifecycles."
              .formatted(options.timing().warmUp().toSeconds()));
      result.method(
          "Rebuilt: cases, needs, erased persons and the journal with all keys and indexes, from the first record read"
              + " to the last index made, as ./okno rebuild does; compared row by row with what was there.");
      fill(bench);
      long differences = measure(bench, options.timing(), result);
      files.write(result);
      return differences == 0 ? 0 : 1;
    }
  }

  private void fill(BenchStack bench) throws InterruptedException {
    SampleQuestionnaire codes = SampleQuestionnaire.of(bench.as(Caller.ADMINISTRATOR));
    new Seeding(bench, codes).fillTo(cases);
    Lifecycles.warmUp(bench, codes, options.timing());
  }

  private static long measure(BenchStack bench, Timing timing, Result.Collector result)
      throws Exception {
    bench.stack().part(Part.CASE).stop();
    Figure batches =
        result.figure(
            DatabaseLimits.beside(bench.stack().postgres(), bench.data()).batches(timing));
    RebuildRun rebuilding = new RebuildRun(bench.stack().settings());
    List<Built> built = new ArrayList<>();
    for (int run = 0; run < timing.runs(); run++) {
      built.add(rebuilding.once("--dry-run"));
    }
    built.add(rebuilding.once("--replace"));
    bench.stack().part(Part.CASE).start();
    Runs rates = new Runs(built.stream().map(Built::perSecond).toList());
    long differences = built.stream().mapToLong(Built::differences).sum();
    result.figure(Figure.of("cases to rebuild", "cases", built.getFirst().cases()));
    result.figure(Figure.of("rebuild from the topics", "cases/s", rates).against(batches));
    result.figure(Figure.of("rows other than before", "rows", differences));
    return differences;
  }
}
