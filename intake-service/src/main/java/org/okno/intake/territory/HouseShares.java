package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.okno.intake.territory.Candidate.Basis;

/** How the rows of one street share a house among their territories. */
final class HouseShares {
  private static final double HOUSE = 0.985;
  private static final double STREET = 0.97;

  private HouseShares() {}

  /**
   * The candidates.
   *
   * @param segments rows of streets of one name
   * @param house null where the number is not known
   * @param trust in the street being the right one, 0 to 1
   */
  static Candidates of(List<StreetSegment> segments, @Nullable Integer house, double trust) {
    if (house == null) {
      return shares(segments, StreetSegment::weight, Basis.STREET, STREET * trust);
    }
    List<StreetSegment> exact =
        segments.stream().filter(one -> !one.isWholeStreet() && one.has(house)).toList();
    if (!exact.isEmpty()) {
      return shares(exact, StreetSegment::weight, Basis.HOUSE, HOUSE * trust);
    }
    List<StreetSegment> whole =
        segments.stream().filter(one -> one.isWholeStreet() && one.has(house)).toList();
    if (!whole.isEmpty()) {
      return shares(whole, StreetSegment::weight, Basis.STREET, STREET * trust);
    }
    return shares(segments, one -> nearness(one, house), Basis.STREET, STREET * trust);
  }

  /** Houses of the same side that are near count most; the other side hardly counts. */
  private static double nearness(StreetSegment segment, int house) {
    int distance = segment.distance(house);
    double numbers = distance == Integer.MAX_VALUE ? 200 : distance;
    return 1 / (numbers * numbers);
  }

  private static Candidates shares(
      List<StreetSegment> segments,
      ToDoubleFunction<StreetSegment> weight,
      Basis basis,
      double trust) {
    Map<String, Double> weights = new HashMap<>();
    double all = 0;
    for (StreetSegment segment : segments) {
      double one = weight.applyAsDouble(segment);
      weights.merge(segment.territory(), one, Double::sum);
      all += one;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<String, Double> one : weights.entrySet()) {
      candidates.add(new Candidate(one.getKey(), trust * one.getValue() / all, basis, null));
    }
    return new Candidates(candidates, false);
  }
}
