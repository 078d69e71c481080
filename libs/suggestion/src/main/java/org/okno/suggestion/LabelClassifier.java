package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the one label of a text: a topic, a kind of request. Safe for several threads. Its
 * probabilities are calibrated on texts that it was not trained on.
 */
public final class LabelClassifier {
  private final Labels labels;
  private final Ensemble ensemble;
  private final Blend blend;

  LabelClassifier(Labels labels, Ensemble ensemble, Blend blend) {
    this.labels = labels;
    this.ensemble = ensemble;
    this.blend = blend;
  }

  /** Ascending; probabilities stand in this order. */
  public List<String> labels() {
    return labels.names();
  }

  /**
   * How likely each label is, adding up to 1. A text without a known feature gets what is frequent.
   *
   * @param facts as in {@link Example#facts()}
   */
  public float[] probabilities(String text, List<String> facts) {
    return blend.probabilities(ensemble.scores(text, facts));
  }

  /** The most likely labels, best first. */
  public List<Candidate> candidates(String text, List<String> facts, int most) {
    float[] probabilities = probabilities(text, facts);
    List<Candidate> all = new ArrayList<>();
    for (int label = 0; label < probabilities.length; label++) {
      all.add(new Candidate(labels.names().get(label), probabilities[label]));
    }
    all.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /**
   * The words of the text that spoke for a label, the loudest first, at most {@code most}; for
   * whoever may read the text. Empty for a label the model does not know.
   */
  public List<WeighedWord> explain(String text, String label, int most) {
    int number = labels.names().indexOf(label);
    return number < 0 ? List.of() : ensemble.explanation().of(text, number, most);
  }

  Ensemble ensemble() {
    return ensemble;
  }

  Blend blend() {
    return blend;
  }
}
