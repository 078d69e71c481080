package org.okno.suggestion;

/**
 * How a classifier of texts is trained.
 *
 * @param leastTexts a feature must occur in
 * @param mostColumns features kept, the most frequent first; bounds the memory
 * @param cost liblinear's C of the linear machines
 * @param linearOnPieces whether the linear machines read the pieces of words too; ten times slower
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
    boolean linearOnPieces,
    int width,
    int networks,
    int epochs,
    float rate,
    float dropout,
    double heldOut,
    boolean ordered) {

  /** For tens of thousands of texts in the order of time. */
  public static TrainingSettings large() {
    return new TrainingSettings(2, 200_000, 0.3, false, 128, 4, 8, 0.05f, 0.3f, 0.2, true);
  }

  /** For a few thousand texts in any order: networks see them more often. */
  public static TrainingSettings small() {
    return new TrainingSettings(2, 200_000, 0.3, true, 128, 4, 20, 0.05f, 0.3f, 0.2, false);
  }

  /** The same with another number of networks. */
  public TrainingSettings withNetworks(int number) {
    return new TrainingSettings(
        leastTexts,
        mostColumns,
        cost,
        linearOnPieces,
        width,
        number,
        epochs,
        rate,
        dropout,
        heldOut,
        ordered);
  }
}
