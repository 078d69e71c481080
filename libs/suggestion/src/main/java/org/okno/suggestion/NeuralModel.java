package org.okno.suggestion;

/**
 * A network with one hidden layer over the columns of a text: the sum of its columns' embeddings,
 * rectified, then one score a label.
 */
final class NeuralModel implements Scorer {
  final int width;
  final int labels;
  final float[] embeddings;
  final float[] hiddenBiases;
  final float[] outputs;
  final float[] outputBiases;

  /**
   * @param embeddings column by column, {@code width} values each
   * @param hiddenBiases {@code width} values
   * @param outputs label by label, {@code width} values each
   * @param outputBiases one a label
   */
  NeuralModel(float[] embeddings, float[] hiddenBiases, float[] outputs, float[] outputBiases) {
    this.width = hiddenBiases.length;
    this.labels = outputBiases.length;
    this.embeddings = embeddings;
    this.hiddenBiases = hiddenBiases;
    this.outputs = outputs;
    this.outputBiases = outputBiases;
  }

  @Override
  public float[] scores(SparseVector text) {
    return outputs(hidden(text));
  }

  float[] hidden(SparseVector text) {
    float[] hidden = hiddenBiases.clone();
    float[] read = embeddings;
    for (int i = 0; i < text.size(); i++) {
      int row = text.column(i) * width;
      float value = text.value(i);
      for (int k = 0; k < hidden.length; k++) {
        hidden[k] += value * read[row + k];
      }
    }
    for (int k = 0; k < width; k++) {
      hidden[k] = Math.max(0, hidden[k]);
    }
    return hidden;
  }

  float[] outputs(float[] hidden) {
    float[] scores = outputBiases.clone();
    for (int label = 0; label < labels; label++) {
      scores[label] += product(hidden, outputs, label * width);
    }
    return scores;
  }

  /** Four sums at once: a single one would wait for each addition. */
  private static float product(float[] hidden, float[] outputs, int row) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int k = 0;
    for (; k + 3 < hidden.length; k += 4) {
      first += hidden[k] * outputs[row + k];
      second += hidden[k + 1] * outputs[row + k + 1];
      third += hidden[k + 2] * outputs[row + k + 2];
      fourth += hidden[k + 3] * outputs[row + k + 3];
    }
    for (; k < hidden.length; k++) {
      first += hidden[k] * outputs[row + k];
    }
    return first + second + third + fourth;
  }
}
