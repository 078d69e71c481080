package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the agency of a need. Safe for several threads. */
public final class AgencyClassifier {
  private final List<String> agencies;
  private final AgencyKinds kinds;
  private final AgencyTable table;
  private final Ensemble byKind;
  private final Ensemble byAgency;
  private final Blend blend;

  AgencyClassifier(
      List<String> agencies,
      AgencyKinds kinds,
      AgencyTable table,
      Ensemble byKind,
      Ensemble byAgency,
      Blend blend) {
    this.agencies = List.copyOf(agencies);
    this.kinds = kinds;
    this.table = table;
    this.byKind = byKind;
    this.byAgency = byAgency;
    this.blend = blend;
  }

  /** Ascending; probabilities stand in this order. */
  public List<String> agencies() {
    return agencies;
  }

  /** How likely each agency is, adding up to 1. */
  public float[] probabilities(Assignment assignment) {
    return blend.probabilities(scores(assignment));
  }

  /**
   * How likely each agency is where the need is only suspected.
   *
   * @param needs probabilities of needs; the assignment's own need is not read
   */
  public float[] probabilities(Assignment assignment, Map<String, Double> needs) {
    float[] mixed = new float[agencies.size()];
    double all = needs.values().stream().mapToDouble(Double::doubleValue).sum();
    needs.forEach(
        (need, likely) -> {
          float[] given = probabilities(assignment.of(need));
          for (int agency = 0; agency < mixed.length; agency++) {
            mixed[agency] += (float) (likely / all * given[agency]);
          }
        });
    return mixed;
  }

  /** The most likely agencies of a need, best first, with what speaks for them. */
  public List<AgencyCandidate> candidates(Assignment assignment, int most) {
    float[] probabilities = probabilities(assignment);
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparingDouble(agency -> -probabilities[agency]))
        .limit(most)
        .map(
            agency ->
                new AgencyCandidate(
                    agencies.get(agency), probabilities[agency], table.support(assignment, agency)))
        .toList();
  }

  /** Scorer by scorer, one score an agency. */
  float[][] scores(Assignment assignment) {
    List<float[]> scores = new ArrayList<>();
    scores.add(table.scores(assignment));
    List<String> facts = assignment.facts();
    for (float[] ofKind : byKind.scores(assignment.text(), facts)) {
      scores.add(kinds.ofAgencies(ofKind, assignment.district(), least(ofKind) - 1));
    }
    scores.addAll(Arrays.asList(byAgency.scores(assignment.text(), facts)));
    return scores.toArray(float[][]::new);
  }

  private static float least(float[] scores) {
    float least = Float.POSITIVE_INFINITY;
    for (float score : scores) {
      least = Math.min(least, score);
    }
    return least;
  }

  Blend blend() {
    return blend;
  }

  AgencyClassifier with(Blend other) {
    return new AgencyClassifier(agencies, kinds, table, byKind, byAgency, other);
  }
}
