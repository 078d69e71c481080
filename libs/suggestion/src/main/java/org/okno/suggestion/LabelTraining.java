package org.okno.suggestion;

import java.util.List;
import java.util.Map;

/**
 * Trains a {@link LabelClassifier}: first on a part of the examples, to fit the blend on the rest,
 * then on all.
 *
 * @param classifier trained on all examples
 * @param heldOut numbers of the examples that were held out
 * @param heldOutProbabilities of those, as a classifier saw them that was not trained on them; what
 *     builds on the classifier learns from these
 */
public record LabelTraining(
    LabelClassifier classifier, List<Integer> heldOut, List<float[]> heldOutProbabilities) {

  public LabelTraining {
    heldOut = List.copyOf(heldOut);
    heldOutProbabilities = List.copyOf(heldOutProbabilities);
  }

  /**
   * @param examples each with exactly one label
   * @throws TrainingException where they have fewer than two labels
   */
  public static LabelTraining of(List<Example> examples, TrainingSettings settings) {
    Labels labels = Labels.of(examples);
    if (labels.size() < 2) {
      throw new TrainingException(
          "The examples have %d label(s): at least two are required".formatted(labels.size()));
    }
    HeldOut split = HeldOut.of(examples.size(), settings);
    List<Example> training = HeldOut.of(examples, split.training());
    List<Example> heldOut = HeldOut.of(examples, split.heldOut());
    Labels known = Labels.of(training);
    Ensemble first = Ensemble.train(training, known, settings, true);
    List<float[][]> scores = first.scores(heldOut);
    RareLabels raised =
        RareLabels.fit(scores, truth(known, heldOut), RareLabels.rarity(known, training));
    LabelClassifier judge = new LabelClassifier(known, first, raised.blend());
    List<float[]> probabilities =
        heldOut.stream()
            .map(e -> inOrder(judge.probabilities(e.text(), e.facts()), known, labels))
            .toList();
    Ensemble whole = Ensemble.train(examples, labels, settings, true);
    Blend blend = raised.blend(RareLabels.rarity(labels, examples));
    return new LabelTraining(
        new LabelClassifier(labels, whole, blend), split.heldOut(), probabilities);
  }

  private static int[] truth(Labels labels, List<Example> examples) {
    Map<String, Integer> numbers = labels.numbers();
    return examples.stream()
        .mapToInt(e -> numbers.getOrDefault(e.labels().iterator().next(), -1))
        .toArray();
  }

  private static float[] inOrder(float[] probabilities, Labels from, Labels to) {
    float[] moved = new float[to.size()];
    Map<String, Integer> numbers = to.numbers();
    for (int i = 0; i < probabilities.length; i++) {
      moved[numbers.getOrDefault(from.names().get(i), 0)] = probabilities[i];
    }
    return moved;
  }
}
