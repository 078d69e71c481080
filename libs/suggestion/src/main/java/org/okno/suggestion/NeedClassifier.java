package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the labels of a text that may have several, or none: the needs of a request. Safe for
 * several threads. Abstains where nothing is likely enough: it then returns no candidate.
 */
public final class NeedClassifier {
  private static final Comparator<Candidate> MOST_LIKELY_FIRST =
      Comparator.comparingDouble(Candidate::confidence).reversed();

  private final Labels labels;
  private final Ensemble ensemble;
  private final List<LabelCurve> curves;

  NeedClassifier(Labels labels, Ensemble ensemble, List<LabelCurve> curves) {
    this.labels = labels;
    this.ensemble = ensemble;
    this.curves = List.copyOf(curves);
  }

  /** Ascending; probabilities stand in this order. */
  public List<String> labels() {
    return labels.names();
  }

  /** How likely each label is, each for itself. */
  public double[] probabilities(String text, List<String> facts) {
    float[][] scores = ensemble.scores(text, facts);
    double[] probabilities = new double[labels.size()];
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] = curves.get(label).probability(column(scores, label));
    }
    return probabilities;
  }

  /**
   * What a text says, most likely first.
   *
   * @param clear labels that are likely enough; empty where the classifier abstains
   * @param all every label; empty for a text that tells nothing
   */
  public record Reading(List<Candidate> clear, List<Candidate> all) {
    public Reading {
      clear = List.copyOf(clear);
      all = List.copyOf(all);
    }
  }

  /** The labels that are likely enough, most likely first; empty for a text that tells nothing. */
  public List<Candidate> candidates(String text, List<String> facts) {
    return read(text, facts).clear();
  }

  /** What the text says. */
  public Reading read(String text, List<String> facts) {
    if (!ensemble.knows(text)) {
      return new Reading(List.of(), List.of());
    }
    double[] probabilities = probabilities(text, facts);
    List<Candidate> clear = new ArrayList<>();
    List<Candidate> all = new ArrayList<>();
    for (int label = 0; label < probabilities.length; label++) {
      Candidate candidate = new Candidate(labels.names().get(label), probabilities[label]);
      all.add(candidate);
      if (candidate.confidence() >= curves.get(label).threshold()) {
        clear.add(candidate);
      }
    }
    clear.sort(MOST_LIKELY_FIRST);
    all.sort(MOST_LIKELY_FIRST);
    return new Reading(clear, all);
  }

  private static double[] column(float[][] scores, int label) {
    double[] column = new double[scores.length];
    for (int m = 0; m < scores.length; m++) {
      column[m] = scores[m][label];
    }
    return column;
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

  List<LabelCurve> curves() {
    return curves;
  }
}
