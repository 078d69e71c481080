package org.okno.suggestion;

/** Scores as probabilities. */
final class Softmax {

  private Softmax() {}

  /** Of labels that exclude each other: they add up to 1. */
  static float[] of(float[] scores) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    float[] probabilities = new float[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = (float) Math.exp(scores[i] - highest);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= (float) sum;
    }
    return probabilities;
  }

  /** Of labels that stand for themselves: each between 0 and 1. */
  static float[] eachAlone(float[] scores) {
    float[] probabilities = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = (float) (1 / (1 + Math.exp(-scores[i])));
    }
    return probabilities;
  }
}
