package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;

/**
 * How much each of several scorers counts, so that the softmax of the weighted scores is the most
 * likely account of texts that none of them was trained on. Scales as well as mixes: probabilities
 * are calibrated.
 *
 * @param weights one a scorer
 */
record Blend(List<Double> weights) {
  private static final int STEPS = 30;

  Blend {
    weights = List.copyOf(weights);
  }

  /**
   * Fits the weights.
   *
   * @param scores scorer by scorer, text by text, one a label
   * @param truth each text's label; negative: none of the labels, the text is passed over
   */
  static Blend fit(List<float[][]> scores, int[] truth) {
    double[] weights = new double[scores.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      double[][] curvature = new double[weights.length][weights.length];
      for (int text = 0; text < truth.length; text++) {
        if (truth[text] >= 0) {
          observe(row(scores, text), truth[text], weights, gradient, curvature);
        }
      }
      if (Newton.step(weights, gradient, curvature) < 1e-6) {
        break;
      }
    }
    return new Blend(Arrays.stream(weights).boxed().toList());
  }

  private static float[][] row(List<float[][]> scores, int text) {
    return scores.stream().map(of -> of[text]).toArray(float[][]::new);
  }

  private static void observe(
      float[][] scores, int truth, double[] weights, double[] gradient, double[][] curvature) {
    float[] likely = Softmax.of(mix(scores, weights));
    double[] means = new double[weights.length];
    for (int m = 0; m < weights.length; m++) {
      for (int label = 0; label < likely.length; label++) {
        means[m] += likely[label] * scores[m][label];
      }
      gradient[m] += means[m] - scores[m][truth];
    }
    for (int m = 0; m < weights.length; m++) {
      for (int n = 0; n < weights.length; n++) {
        double product = 0;
        for (int label = 0; label < likely.length; label++) {
          product += likely[label] * scores[m][label] * scores[n][label];
        }
        curvature[m][n] += product - means[m] * means[n];
      }
    }
  }

  private static float[] mix(float[][] scores, double[] weights) {
    float[] mixed = new float[scores[0].length];
    for (int m = 0; m < weights.length; m++) {
      for (int label = 0; label < mixed.length; label++) {
        mixed[label] += (float) (weights[m] * scores[m][label]);
      }
    }
    return mixed;
  }

  /**
   * The weighted scores of one text.
   *
   * @param scores scorer by scorer, one a label
   */
  float[] scores(float[][] scores) {
    return mix(scores, weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The probabilities of one text's labels, adding up to 1. */
  float[] probabilities(float[][] scores) {
    return Softmax.of(scores(scores));
  }
}
