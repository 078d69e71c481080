package org.okno.intake.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The territories that may be meant, best first; none where nothing is known of the place.
 *
 * @param isNearBorder whether the point is so near to a border that the map may be wrong about it
 */
public record Candidates(List<Candidate> all, boolean isNearBorder) {
  static final Candidates NONE = new Candidates(List.of(), false);

  /** At this confidence and above nobody is asked; measured, see decision 0083. */
  static final double CLEAR = 0.9;

  private static final int MAX = 5;

  public Candidates {
    all =
        all.stream()
            .sorted(
                Comparator.comparingDouble(Candidate::confidence)
                    .reversed()
                    .thenComparing(Candidate::territory))
            .limit(MAX)
            .toList();
  }

  /** The one that is clear, or nothing. */
  public Optional<Candidate> clear() {
    return best().filter(candidate -> candidate.confidence() >= CLEAR);
  }

  Optional<Candidate> best() {
    return all.stream().findFirst();
  }
}
