package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains a {@link NeedClassifier}. Curves and thresholds are fitted on texts that the scorers they
 * judge were not trained on: each of several parts is held out once.
 */
public final class NeedTraining {
  private final TrainingSettings settings;
  private final int parts;

  /**
   * @param parts how many parts are held out in turn, 2 or more
   */
  public NeedTraining(TrainingSettings settings, int parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /**
   * @param examples with any number of labels each
   * @throws TrainingException where no label tells texts apart: each needs examples that have it
   *     and examples that lack it
   */
  public NeedClassifier train(List<Example> examples) {
    Labels labels = telling(examples);
    if (labels.size() == 0) {
      throw new TrainingException(
          "Of %d examples no label is had by some and lacked by others".formatted(examples.size()));
    }
    int[][] targets = labels.targets(examples);
    float[][][] scores = outOfPart(examples, labels);
    List<LabelCurve> curves = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      curves.add(curve(scores, targets, label));
    }
    return new NeedClassifier(labels, Ensemble.train(examples, labels, settings, false), curves);
  }

  /** Labels that at least one text of each part has, so that every scorer has seen each. */
  private Labels telling(List<Example> examples) {
    Set<String> telling = new TreeSet<>();
    for (String name : Labels.of(examples).names()) {
      long having = examples.stream().filter(e -> e.labels().contains(name)).count();
      if (having >= 2 && having < examples.size()) {
        telling.add(name);
      }
    }
    return new Labels(new ArrayList<>(telling));
  }

  /** Text by text, scorer by scorer, one score a label; by scorers that did not see the text. */
  private float[][][] outOfPart(List<Example> examples, Labels labels) {
    float[][][] scores = new float[examples.size()][][];
    for (int part = 0; part < parts; part++) {
      int current = part;
      List<Example> training =
          IntStream.range(0, examples.size())
              .filter(i -> i % parts != current)
              .mapToObj(examples::get)
              .toList();
      Ensemble ensemble = Ensemble.train(training, labels, settings, false);
      IntStream.range(0, examples.size())
          .filter(i -> i % parts == current)
          .parallel()
          .forEach(
              i -> scores[i] = ensemble.scores(examples.get(i).text(), examples.get(i).facts()));
    }
    return scores;
  }

  private static LabelCurve curve(float[][][] scores, int[][] targets, int label) {
    float[][] ofLabel = new float[scores[0].length][scores.length];
    boolean[] has = new boolean[scores.length];
    for (int text = 0; text < scores.length; text++) {
      for (int m = 0; m < ofLabel.length; m++) {
        ofLabel[m][text] = scores[text][m][label];
      }
      has[text] = IntStream.of(targets[text]).anyMatch(target -> target == label);
    }
    return LabelCurve.fit(ofLabel, has);
  }
}
