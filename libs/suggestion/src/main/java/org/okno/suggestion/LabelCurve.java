package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the scores of one label, among labels that may stand together, into the probability that
 * the text has it (Platt's logistic curve over several scorers), and says from where on it is
 * suggested.
 *
 * @param weights one a scorer, then the constant
 * @param threshold the probability from which on the label is suggested: the one of best F1 on
 *     texts that the scorers were not trained on
 */
record LabelCurve(List<Double> weights, double threshold) {
  private static final int STEPS = 50;
  private static final double RIDGE = 0.5;

  LabelCurve {
    weights = List.copyOf(weights);
  }

  /**
   * @param scores scorer by scorer, one a text
   * @param has whether each text has the label
   */
  static LabelCurve fit(float[][] scores, boolean[] has) {
    double[] weights = new double[scores.length + 1];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      double[][] curvature = new double[weights.length][weights.length];
      for (int m = 0; m < weights.length; m++) {
        gradient[m] = RIDGE * weights[m];
        curvature[m][m] = RIDGE;
      }
      for (int text = 0; text < has.length; text++) {
        observe(inputs(scores, text), has[text], weights, gradient, curvature);
      }
      if (Newton.step(weights, gradient, curvature) < 1e-6) {
        break;
      }
    }
    List<Double> fitted = Arrays.stream(weights).boxed().toList();
    double[] likely =
        IntStream.range(0, has.length)
            .mapToDouble(text -> logistic(inputs(scores, text), weights))
            .toArray();
    return new LabelCurve(fitted, bestThreshold(likely, has));
  }

  private static double[] inputs(float[][] scores, int text) {
    double[] inputs = new double[scores.length + 1];
    for (int m = 0; m < scores.length; m++) {
      inputs[m] = scores[m][text];
    }
    inputs[scores.length] = 1;
    return inputs;
  }

  private static void observe(
      double[] inputs, boolean has, double[] weights, double[] gradient, double[][] curvature) {
    double likely = logistic(inputs, weights);
    double error = likely - (has ? 1 : 0);
    double slope = likely * (1 - likely);
    for (int m = 0; m < inputs.length; m++) {
      gradient[m] += error * inputs[m];
      for (int n = 0; n < inputs.length; n++) {
        curvature[m][n] += slope * inputs[m] * inputs[n];
      }
    }
  }

  private static double logistic(double[] inputs, double[] weights) {
    double sum = 0;
    for (int m = 0; m < inputs.length; m++) {
      sum += weights[m] * inputs[m];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The middle of the thresholds whose F1 is nearly the best: a single peak would be chance. */
  private static double bestThreshold(double[] likely, boolean[] has) {
    double best = 0;
    double[] f1 = new double[100];
    for (int percent = 1; percent < f1.length; percent++) {
      f1[percent] = f1(likely, has, percent / 100.0);
      best = Math.max(best, f1[percent]);
    }
    double nearly = best * 0.995;
    int[] good = IntStream.range(1, f1.length).filter(p -> f1[p] >= nearly).toArray();
    return best == 0 ? 0.5 : good[good.length / 2] / 100.0;
  }

  private static double f1(double[] likely, boolean[] has, double threshold) {
    int suggested = 0;
    int present = 0;
    int right = 0;
    for (int text = 0; text < has.length; text++) {
      boolean suggests = likely[text] >= threshold;
      suggested += suggests ? 1 : 0;
      present += has[text] ? 1 : 0;
      right += suggests && has[text] ? 1 : 0;
    }
    return suggested + present == 0 ? 0 : 2.0 * right / (suggested + present);
  }

  /**
   * The probability that a text has the label.
   *
   * @param scores one a scorer
   */
  double probability(double[] scores) {
    double[] inputs = Arrays.copyOf(scores, scores.length + 1);
    inputs[scores.length] = 1;
    return logistic(inputs, weights.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
