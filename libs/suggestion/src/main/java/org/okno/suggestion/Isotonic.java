package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says how often a confidence was right, as a curve that only rises (pool adjacent violators).
 *
 * @param from the confidences at which each step begins, ascending
 * @param right the share that was right on that step, ascending
 */
public record Isotonic(List<Double> from, List<Double> right) {

  public Isotonic {
    from = List.copyOf(from);
    right = List.copyOf(right);
  }

  /**
   * @param confidences at least one
   * @param right whether each was right
   */
  public static Isotonic fit(double[] confidences, boolean[] right) {
    if (confidences.length == 0) {
      throw new TrainingException("No confidence to calibrate by");
    }
    List<Integer> order =
        IntStream.range(0, confidences.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> confidences[i]))
            .toList();
    List<Step> steps = new ArrayList<>();
    for (int i : order) {
      Step step = new Step(confidences[i], right[i] ? 1 : 0, 1);
      while (!steps.isEmpty() && steps.getLast().share() >= step.share()) {
        step = steps.removeLast().with(step);
      }
      steps.add(step);
    }
    return new Isotonic(
        steps.stream().map(Step::from).toList(), steps.stream().map(Step::smoothed).toList());
  }

  private record Step(double from, double right, double size) {
    double share() {
      return right / size;
    }

    /** A step of one text says neither never nor always. */
    double smoothed() {
      return (right + share() * 2 + 0.02) / (size + 2.04);
    }

    Step with(Step next) {
      return new Step(from, right + next.right, size + next.size);
    }
  }

  /** The share that was right at this confidence, 0 to 1. */
  public double calibrated(double confidence) {
    int step = 0;
    while (step + 1 < from.size() && from.get(step + 1) <= confidence) {
      step++;
    }
    return right.get(step);
  }
}
