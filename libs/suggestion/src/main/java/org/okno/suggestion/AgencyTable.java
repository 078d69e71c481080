package org.okno.suggestion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each agency settled a need, by territory. A narrow territory speaks where it has seen
 * much, and leaves the rest to the wider one; the widest is what the kind of agency does in every
 * district.
 */
final class AgencyTable {
  /** What the kind does everywhere counts as much as this many cases of the district. */
  private static final double KIND_COUNTS = 10;

  /** A wider territory counts as much as this many cases of the narrower one. */
  private static final double WIDER_COUNTS = 15;

  private static final double LEAST = 1e-5;

  private final Map<String, Map<Integer, Double>> counts = new HashMap<>();
  private final Map<String, double[]> kindCounts = new HashMap<>();
  private final AgencyKinds kinds;
  private final int agencies;

  AgencyTable(List<SettledNeed> settled, Map<String, Integer> agencies, AgencyKinds kinds) {
    this.kinds = kinds;
    this.agencies = agencies.size();
    for (SettledNeed one : settled) {
      Integer agency = agencies.get(one.agency());
      if (agency != null) {
        count(one.assignment(), agency, one.weight());
      }
    }
  }

  private void count(Assignment assignment, int agency, double weight) {
    kindCounts
            .computeIfAbsent(assignment.need(), n -> new double[kinds.kinds().size()])[
            kinds.kindOf(agency)] +=
        weight;
    for (String key : assignment.keys()) {
      counts.computeIfAbsent(key, k -> new HashMap<>()).merge(agency, weight, Double::sum);
    }
  }

  /** The logarithm of each agency's probability. */
  float[] scores(Assignment assignment) {
    double[] likely = probabilities(assignment);
    float[] scores = new float[agencies];
    for (int agency = 0; agency < agencies; agency++) {
      scores[agency] = (float) Math.log(Math.max(LEAST, likely[agency]));
    }
    return scores;
  }

  /** Each agency's probability; they add up to 1. */
  double[] probabilities(Assignment assignment) {
    double[] likely = ofKinds(assignment);
    double wider = KIND_COUNTS;
    for (String key : assignment.keys()) {
      Map<Integer, Double> seen = counts.getOrDefault(key, Map.of());
      double all = seen.values().stream().mapToDouble(Double::doubleValue).sum();
      for (int agency = 0; agency < agencies; agency++) {
        double count = seen.getOrDefault(agency, 0.0);
        likely[agency] = (count + wider * likely[agency]) / (all + wider);
      }
      wider = WIDER_COUNTS;
    }
    return likely;
  }

  /** What each kind does in all districts, by the agencies of this one. */
  private double[] ofKinds(Assignment assignment) {
    double[] seen = kindCounts.get(assignment.need());
    float[] byKind = new float[kinds.kinds().size()];
    Arrays.fill(byKind, 1f / byKind.length);
    if (seen != null) {
      double all = Arrays.stream(seen).sum();
      for (int kind = 0; kind < byKind.length; kind++) {
        byKind[kind] = (float) ((seen[kind] + 1.0 / byKind.length) / (all + 1));
      }
    }
    float[] scores = kinds.ofAgencies(byKind, assignment.district(), 0);
    double[] likely = new double[agencies];
    double sum = 0;
    for (float score : scores) {
      sum += score;
    }
    for (int agency = 0; agency < agencies; agency++) {
      likely[agency] = sum > 0 ? scores[agency] / sum : 1.0 / agencies;
    }
    return likely;
  }

  /** How many cases of this need in its district the agency settled. */
  double support(Assignment assignment, int agency) {
    Map<Integer, Double> seen = counts.get(assignment.keys().getFirst());
    return seen == null ? 0 : seen.getOrDefault(agency, 0.0);
  }
}
