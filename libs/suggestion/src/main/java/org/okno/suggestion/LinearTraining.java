package org.okno.suggestion;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Linear support vector machines, one a label against all others. */
final class LinearTraining {
  private static final double TOLERANCE = 0.1;
  private static final int ITERATIONS = 100;

  static {
    Linear.disableDebugOutput();
  }

  private final Feature[][] rows;
  private final int columns;
  private final double cost;

  /**
   * @param columns how many columns the vectors may have
   * @param cost of an error against large weights, liblinear's C
   */
  LinearTraining(List<SparseVector> texts, int columns, double cost) {
    this(texts, columns, cost, column -> true);
  }

  /**
   * @param read which columns the machines read; others get no weight
   */
  LinearTraining(List<SparseVector> texts, int columns, double cost, IntPredicate read) {
    this.columns = columns;
    this.cost = cost;
    rows = texts.stream().map(text -> row(text, read)).toArray(Feature[][]::new);
  }

  /** Liblinear's columns begin at 1; the last one is the bias. */
  private Feature[] row(SparseVector text, IntPredicate read) {
    List<Feature> row = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (read.test(text.column(i))) {
        row.add(new FeatureNode(text.column(i) + 1, text.value(i)));
      }
    }
    row.add(new FeatureNode(columns + 1, 1));
    return row.toArray(Feature[]::new);
  }

  /**
   * @param texts for each label the texts that have it
   */
  LinearModel train(List<BitSet> texts) {
    int labels = texts.size();
    float[] weights = new float[columns * labels];
    float[] biases = new float[labels];
    IntStream.range(0, labels)
        .parallel()
        .forEach(
            label -> {
              double[] trained = machine(texts.get(label));
              for (int column = 0; column < columns; column++) {
                weights[column * labels + label] = (float) trained[column];
              }
              biases[label] = (float) trained[columns];
            });
    return new LinearModel(weights, biases);
  }

  /** A label that all texts have, or none, needs no machine: its bias alone decides. */
  private double[] machine(BitSet texts) {
    if (texts.isEmpty() || texts.cardinality() == rows.length) {
      double[] constant = new double[columns + 1];
      constant[columns] = texts.isEmpty() ? -1 : 1;
      return constant;
    }
    Problem problem = new Problem();
    problem.x = rows;
    problem.l = rows.length;
    problem.n = columns + 1;
    problem.y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      problem.y[i] = texts.get(i) ? 1 : -1;
    }
    Parameter parameter =
        new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, ITERATIONS, TOLERANCE);
    parameter.setRandom(new Random(1));
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    // The weights speak for the class that came first.
    if (model.getLabels()[0] < 0) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = -weights[i];
      }
    }
    return weights;
  }
}
