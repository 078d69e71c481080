package org.okno.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Machine;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Series;

/** All results as one page of Markdown. */
final class Markdown {

  private Markdown() {}

  static String page(List<Result> results) {
    return """
        # Measured

        Made by `./okno bench report` from the JSON files beside it; do not edit. The load generator ran on the same
        machine. The ratio is to the limit of the same run.

        """
        + results.stream().map(Markdown::section).collect(Collectors.joining("\n"));
  }

  private static String section(Result result) {
    return """
        ## %s

        %s, commit %s. %s

        %s

        | what | median | unit | runs | spread | ratio |
        |---|---:|---|---:|---:|---|
        %s
        %s"""
        .formatted(
            result.name(),
            result.at(),
            result.commit(),
            machine(result.machine()),
            result.method().stream().map(m -> "- " + m).collect(Collectors.joining("\n")),
            result.figures().stream().map(Markdown::row).collect(Collectors.joining("\n")),
            pictures(result));
  }

  private static String machine(Machine machine) {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %,d MiB, %s, Java %s; load average at the beginning %.1f.",
        machine.cores(),
        machine.cpu(),
        machine.memoryMiB(),
        machine.kernel(),
        machine.java(),
        machine.load());
  }

  private static String row(Figure figure) {
    int runs = figure.runs().values().size();
    Double ratio = figure.ratio();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %s | %s |",
        figure.what().strip(),
        number(figure.median()),
        figure.unit(),
        runs,
        runs > 1 ? String.format(Locale.ROOT, "%.0f %%", figure.spread() * 100) : "",
        ratio == null ? "" : String.format(Locale.ROOT, "%.2f of %s", ratio, figure.limit()));
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f", value);
  }

  private static String pictures(Result result) {
    return result.series().stream()
        .map(Series::plot)
        .distinct()
        .map(plot -> "\n![%s](%s.svg)\n".formatted(plot, plot))
        .collect(Collectors.joining());
  }
}
