package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;

/**
 * How much each of several scorers counts, so that the softmax of the weighted scores is the most
 * likely account of texts that none of them was trained on. Scales as well as mixes: probabilities
 * are calibrated.
 *
 * @param weights one a scorer
 * @param offsets added to the weighted scores, one a label; empty adds nothing
 */
@SuppressWarnings("ArrayRecordComponent") // only read, never compared
record Blend(List<Double> weights, float[] offsets) {
  private static final int STEPS = 30;

  Blend {
    weights = List.copyOf(weights);
  }

  /** One that adds nothing. */
  Blend(List<Double> weights) {
    this(weights, new float[0]);
  }

  Blend with(float[] others) {
    return new Blend(weights, others);
  }

  static Blend fit(List<float[][]> scores, int[] truth) {
    return fit(scores, truth, new float[0]);
  }

  /**
   * Fits the weights.
   *
   * @param scores scorer by scorer, text by text, one a label
   * @param truth each text's label; negative: none of the labels, the text is passed over
   * @param offsets as they stay
   */
  static Blend fit(List<float[][]> scores, int[] truth, float[] offsets) {
    double[] weights = new double[scores.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      double[][] curvature = new double[weights.length][weights.length];
      for (int text = 0; text < truth.length; text++) {
        if (truth[text] >= 0) {
          float[][] row = row(scores, text);
          observe(row, Softmax.of(mix(row, weights, offsets)), truth[text], gradient, curvature);
        }
      }
      if (Newton.step(weights, gradient, curvature) < 1e-6) {
        break;
      }
    }
    return new Blend(Arrays.stream(weights).boxed().toList(), offsets);
  }

  private static float[][] row(List<float[][]> scores, int text) {
    return scores.stream().map(of -> of[text]).toArray(float[][]::new);
  }

  private static void observe(
      float[][] scores, float[] likely, int truth, double[] gradient, double[][] curvature) {
    double[] means = new double[gradient.length];
    for (int m = 0; m < means.length; m++) {
      for (int label = 0; label < likely.length; label++) {
        means[m] += likely[label] * scores[m][label];
      }
      gradient[m] += means[m] - scores[m][truth];
    }
    for (int m = 0; m < means.length; m++) {
      for (int n = 0; n < means.length; n++) {
        double product = 0;
        for (int label = 0; label < likely.length; label++) {
          product += likely[label] * scores[m][label] * scores[n][label];
        }
        curvature[m][n] += product - means[m] * means[n];
      }
    }
  }

  private static float[] mix(float[][] scores, double[] weights, float[] offsets) {
    float[] mixed = Arrays.copyOf(offsets, scores[0].length);
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
    return mix(scores, weights.stream().mapToDouble(Double::doubleValue).toArray(), offsets);
  }

  /** The probabilities of one text's labels, adding up to 1. */
  float[] probabilities(float[][] scores) {
    return Softmax.of(scores(scores));
  }
}
