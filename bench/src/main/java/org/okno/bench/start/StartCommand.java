package org.okno.bench.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Runs;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.ResidentMemory;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stack with empty data, restarts it several times, and measures its memory. */
@Command(
    name = "start",
    description = "Time until ready, first and later starts; memory of each process at rest.")
public final class StartCommand implements Callable<Integer> {

  @Option(names = "--runs", description = "Later starts (default: ${DEFAULT-VALUE}).")
  private int runs = 3;

  @Option(
      names = "--rest",
      paramLabel = "SECONDS",
      description = "At rest before memory is read (default: ${DEFAULT-VALUE}).")
  private int rest = 20;

  @Override
  public Integer call() throws Exception {
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("start");
    try (BenchStack bench = BenchStack.prepare("start", BenchStack.whole())) {
      result.method("First: empty data. Later: the same data, after a graceful stop.");
      result.figure(Figure.of("ready, first start", "s", startOnce(bench, new Times())));
      Times times = new Times();
      List<Double> later = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        bench.stack().stop();
        later.add(startOnce(bench, times));
      }
      result.figure(Figure.of("ready, later start", "s", new Runs(later)));
      times.parts.forEach(
          (part, took) ->
              result.figure(Figure.of("  " + part.label() + " ready", "s", new Runs(took))));
      measureMemory(bench, result);
    }
    files.write(result);
    return 0;
  }

  private static double startOnce(BenchStack bench, Times times) {
    long begin = System.nanoTime();
    bench.stack().start(times);
    return (System.nanoTime() - begin) / 1e9;
  }

  private void measureMemory(BenchStack bench, Result.Collector result)
      throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(rest));
    result.method(
        "Memory after %d s at rest: proportional set size, children included.".formatted(rest));
    double all = 0;
    for (Part part : Part.values()) {
      double memory = ResidentMemory.of(bench.stack().part(part).process().orElseThrow());
      all += memory;
      result.figure(Figure.of("  memory of " + part.label(), "MiB", memory));
    }
    result.figure(Figure.of("memory of all", "MiB", all));
  }

  /** How long each part took, start by start. */
  private static final class Times implements Progress {
    private final Map<Part, List<Double>> parts = new ConcurrentSkipListMap<>();

    @Override
    public void ready(Part part, Duration took) {
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(took.toMillis() / 1000.0);
    }
  }
}
