package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent with Adagrad, text by text. One thread, so the same seed gives the
 * same network.
 */
final class NeuralTraining {
  private static final float SMALLEST = 1e-8f;
  private static final float FIRST_WEIGHTS = 0.05f;

  /**
   * How a network is trained.
   *
   * @param width of the hidden layer
   * @param epochs how often each text is seen
   * @param rate of learning at the beginning; it falls to 0
   * @param dropout part of a text's columns and of the hidden values left out at each step
   * @param exclusive whether a text has exactly one label
   */
  record Settings(int width, int epochs, float rate, float dropout, boolean exclusive, long seed) {}

  private final List<SparseVector> texts;
  private final int[][] targets;
  private final Settings settings;
  private final SplittableRandom random;
  private final NeuralModel model;
  private final float[] embeddingSquares;
  private final float[] outputSquares;
  private final float[] outputBiasSquares;
  private final float[] hiddenBiasSquares;

  /**
   * @param targets for each text the labels it has
   */
  NeuralTraining(
      List<SparseVector> texts, int[][] targets, int labels, int columns, Settings settings) {
    this.texts = texts;
    this.targets = targets;
    this.settings = settings;
    random = new SplittableRandom(settings.seed());
    int width = settings.width();
    model =
        new NeuralModel(
            new float[columns * width],
            new float[width],
            new float[labels * width],
            new float[labels]);
    uniform(model.embeddings, FIRST_WEIGHTS);
    uniform(model.outputs, (float) (1 / Math.sqrt(width)));
    embeddingSquares = new float[columns];
    outputSquares = new float[labels * width];
    outputBiasSquares = new float[labels];
    hiddenBiasSquares = new float[width];
  }

  private void uniform(float[] values, float most) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (2 * random.nextFloat() - 1) * most;
    }
  }

  NeuralModel train() {
    int[] order = new int[texts.size()];
    Arrays.setAll(order, i -> i);
    long steps = (long) order.length * settings.epochs();
    long step = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order);
      for (int text : order) {
        float rate = settings.rate() * (1 - (float) step++ / steps);
        learn(thinned(texts.get(text)), targets[text], rate);
      }
    }
    return model;
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** Some columns left out, the others raised: no column becomes the only one that tells. */
  private SparseVector thinned(SparseVector text) {
    float keep = 1 - settings.dropout();
    int[] columns = new int[text.size()];
    float[] values = new float[text.size()];
    int size = 0;
    for (int i = 0; i < text.size(); i++) {
      if (random.nextFloat() < keep) {
        columns[size] = text.column(i);
        values[size++] = text.value(i) / keep;
      }
    }
    return new SparseVector(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
  }

  private void learn(SparseVector text, int[] labels, float rate) {
    float[] hidden = model.hidden(text);
    float keep = 1 - settings.dropout();
    for (int k = 0; k < hidden.length; k++) {
      hidden[k] = random.nextFloat() < keep ? hidden[k] / keep : 0;
    }
    float[] errors = errors(model.outputs(hidden), labels);
    float[] back = new float[hidden.length];
    learnOutputs(hidden, errors, back, rate);
    for (int k = 0; k < back.length; k++) {
      back[k] = hidden[k] > 0 ? back[k] / keep : 0;
    }
    learnEmbeddings(text, back, rate);
  }

  /** The loss's gradient at the scores. */
  private float[] errors(float[] scores, int[] labels) {
    float[] errors = settings.exclusive() ? Softmax.of(scores) : Softmax.eachAlone(scores);
    float each = settings.exclusive() ? 1f / labels.length : 1;
    for (int label : labels) {
      errors[label] -= each;
    }
    return errors;
  }

  private void learnOutputs(float[] hidden, float[] errors, float[] back, float rate) {
    int width = hidden.length;
    for (int label = 0; label < errors.length; label++) {
      float error = errors[label];
      if (Math.abs(error) < 1e-4f) {
        continue;
      }
      learnOutput(label * width, error, hidden, back, rate);
      outputBiasSquares[label] += error * error;
      model.outputBiases[label] -=
          rate * error / (float) Math.sqrt(outputBiasSquares[label] + SMALLEST);
    }
  }

  private void learnOutput(int row, float error, float[] hidden, float[] back, float rate) {
    float[] outputs = model.outputs;
    float[] squares = outputSquares;
    for (int k = 0; k < hidden.length; k++) {
      back[k] += error * outputs[row + k];
    }
    for (int k = 0; k < hidden.length; k++) {
      float gradient = error * hidden[k];
      float sum = squares[row + k] + gradient * gradient;
      squares[row + k] = sum;
      outputs[row + k] -= rate * gradient / (float) Math.sqrt(sum + SMALLEST);
    }
  }

  /** One sum of squares a column: its gradients differ by the value only. */
  private void learnEmbeddings(SparseVector text, float[] back, float rate) {
    int width = back.length;
    float squares = 0;
    for (int k = 0; k < width; k++) {
      squares += back[k] * back[k];
      hiddenBiasSquares[k] += back[k] * back[k];
      model.hiddenBiases[k] -= rate * back[k] / (float) Math.sqrt(hiddenBiasSquares[k] + SMALLEST);
    }
    float mean = squares / width;
    float[] embeddings = model.embeddings;
    for (int i = 0; i < text.size(); i++) {
      int column = text.column(i);
      float value = text.value(i);
      embeddingSquares[column] += value * value * mean;
      float step = rate * value / (float) Math.sqrt(embeddingSquares[column] + SMALLEST);
      int row = column * width;
      for (int k = 0; k < back.length; k++) {
        embeddings[row + k] -= step * back[k];
      }
    }
  }
}
