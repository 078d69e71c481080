package org.okno.suggestion;

/** Gives each label of a model a score for a text; a higher one means the label fits better. */
sealed interface Scorer permits LinearModel, NeuralModel {

  /** One score a label, unbounded. */
  float[] scores(SparseVector text);
}
