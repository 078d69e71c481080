package org.okno.bench.measure;

import java.util.List;

/**
 * One figure, measured several times.
 *
 * @param values one a run, in the order of the runs; at least one
 */
public record Runs(List<Double> values) {

  public Runs {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: at least one run is required");
    }
  }

  /** A figure that was measured once. */
  public static Runs once(double value) {
    return new Runs(List.of(value));
  }

  /** The middle value; of an even number of runs the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The distance from the least to the most, as a part of the median; 0 where the median is 0. */
  public double spread() {
    double least = values.stream().min(Double::compare).orElseThrow();
    double most = values.stream().max(Double::compare).orElseThrow();
    return median() == 0 ? 0 : (most - least) / median();
  }
}
