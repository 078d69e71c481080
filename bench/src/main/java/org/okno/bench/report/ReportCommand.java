package org.okno.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Series;
import org.okno.engines.Home;
import picocli.CommandLine.Command;

/** Writes {@code bench/results/README.md} and its plots from the result files. */
@Command(name = "report", description = "Makes bench/results/README.md and its plots.")
public final class ReportCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    ResultFiles files = new ResultFiles(Home.find());
    List<Result> results = files.read();
    Path page = files.folder().resolve("README.md");
    Files.createDirectories(files.folder());
    Files.writeString(page, Markdown.page(results));
    for (Map.Entry<String, List<Series>> plot : plots(results).entrySet()) {
      Files.writeString(
          files.folder().resolve(plot.getKey() + ".svg"), new Plot(plot.getValue()).svg());
    }
    System.out.println(results.size() + " results in bench/results/README.md");
    return 0;
  }

  private static Map<String, List<Series>> plots(List<Result> results) {
    return results.stream()
        .flatMap(result -> result.series().stream())
        .collect(Collectors.groupingBy(Series::plot, TreeMap::new, Collectors.toList()));
  }
}
