package org.okno.suggestion;

/** A weight for each column and label. */
final class LinearModel implements Scorer {
  private final int labels;
  private final float[] weights;
  private final float[] biases;

  /**
   * @param weights column by column, in each the labels
   * @param biases one a label
   */
  LinearModel(float[] weights, float[] biases) {
    this.labels = biases.length;
    this.weights = weights;
    this.biases = biases;
  }

  @Override
  public float[] scores(SparseVector text) {
    float[] scores = biases.clone();
    for (int i = 0; i < text.size(); i++) {
      int row = text.column(i) * labels;
      float value = text.value(i);
      for (int label = 0; label < labels; label++) {
        scores[label] += value * weights[row + label];
      }
    }
    return scores;
  }

  float weight(int column, int label) {
    return weights[column * labels + label];
  }

  float[] weights() {
    return weights;
  }

  float[] biases() {
    return biases;
  }
}
