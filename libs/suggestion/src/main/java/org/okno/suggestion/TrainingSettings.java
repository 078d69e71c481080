package org.okno.suggestion;

/**
 * How a classifier of texts is trained.
 *
 * @param leastTexts a feature must occur in
 * @param mostColumns features kept, the most frequent first; bounds the memory
 * @param cost liblinear's C of the linear machines
 * @param width of each network's hidden layer
 * @param networks trained beside the linear machines; 0 makes the model small and quick
 * @param epochs of each network
 * @param rate of learning at the beginning
 * @param dropout of each network
 * @param heldOut part of the examples that the blend is fitted on, between 0 and 0.5
 * @param ordered whether the examples stand in the order of time: then the latest are held out, as
 *     what comes next differs from what was
 */
public record TrainingSettings(
    int leastTexts,
    int mostColumns,
    double cost,
    int width,
    int networks,
    int epochs,
    float rate,
    float dropout,
    double heldOut,
    boolean ordered) {

  public static TrainingSettings standard() {
    return new TrainingSettings(2, 200_000, 0.3, 128, 2, 8, 0.03f, 0.3f, 0.2, false);
  }

  public TrainingSettings withOrder() {
    return new TrainingSettings(
        leastTexts, mostColumns, cost, width, networks, epochs, rate, dropout, heldOut, true);
  }

  /** For a few thousand texts: every feature counts, and each network sees them more often. */
  public TrainingSettings small() {
    return new TrainingSettings(
        2, mostColumns, cost, width, networks, 3 * epochs, rate, dropout, heldOut, ordered);
  }

  /** The linear machines alone. */
  public TrainingSettings linear() {
    return new TrainingSettings(
        leastTexts, mostColumns, cost, width, 0, epochs, rate, dropout, heldOut, ordered);
  }
}
