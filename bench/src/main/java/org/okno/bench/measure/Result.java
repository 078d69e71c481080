package org.okno.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a command, as stored in {@code bench/results}.
 *
 * @param name the file's name without its ending
 * @param at when it began, RFC 3339
 * @param commit the checkout's commit, with {@code +} where files differ from it
 * @param method how it was measured: warm-up, lengths, rates, what was left out
 */
public record Result(
    String name,
    String at,
    String commit,
    Machine machine,
    List<String> method,
    List<Figure> figures,
    List<Series> series) {

  public Result {
    method = List.copyOf(method);
    figures = List.copyOf(figures);
    series = List.copyOf(series);
  }

  /** Collects a result while it is measured, and prints each figure at once. */
  public static final class Collector {
    private final String name;
    private final String at;
    private final String commit;
    private final Machine machine = Machine.here();
    private final List<String> method = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    Collector(String name, String at, String commit) {
      this.name = name;
      this.at = at;
      this.commit = commit;
    }

    public void method(String sentence) {
      System.out.println("  " + sentence);
      method.add(sentence);
    }

    public Figure figure(Figure figure) {
      System.out.println("  " + figure);
      figures.add(figure);
      return figure;
    }

    public void series(Series one) {
      series.add(one);
    }

    Result result() {
      return new Result(name, at, commit, machine, method, figures, series);
    }
  }
}
