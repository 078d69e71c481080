package org.okno.suggestion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Agencies that are the same in each district: "the housing agency of the Nevsky district" and "…
 * of the Kirov district" are one kind. What is learned of a kind in one district helps in a
 * district that has not seen the need yet.
 */
final class AgencyKinds {
  private static final int SHORTEST_STEM = 3;
  private static final int ENDING = 2;
  private static final int LENGTHS_APART = 3;

  private final List<String> kinds;
  private final int[] kindOf;
  private final Map<String, boolean[]> servedBy;

  private AgencyKinds(List<String> kinds, int[] kindOf, Map<String, boolean[]> servedBy) {
    this.kinds = kinds;
    this.kindOf = kindOf;
    this.servedBy = servedBy;
  }

  static AgencyKinds of(List<String> agencies, List<SettledNeed> settled) {
    List<String> districts =
        settled.stream()
            .map(s -> s.assignment().district())
            .filter(district -> !district.isEmpty())
            .distinct()
            .sorted()
            .toList();
    List<String> names = agencies.stream().map(agency -> kind(agency, districts)).toList();
    List<String> kinds = names.stream().distinct().sorted().toList();
    int[] kindOf = names.stream().mapToInt(kinds::indexOf).toArray();
    Map<String, boolean[]> servedBy = new HashMap<>();
    for (String district : districts) {
      boolean[] serving = new boolean[agencies.size()];
      for (int agency = 0; agency < serving.length; agency++) {
        serving[agency] = serves(agencies.get(agency), district, districts);
      }
      servedBy.put(district, serving);
    }
    return new AgencyKinds(kinds, kindOf, servedBy);
  }

  List<String> kinds() {
    return kinds;
  }

  int kindOf(int agency) {
    return kindOf[agency];
  }

  /** Scores of kinds as scores of the agencies: those of other districts get what is least. */
  float[] ofAgencies(float[] kindScores, String district, float least) {
    boolean[] serving = servedBy.get(district);
    float[] scores = new float[kindOf.length];
    for (int agency = 0; agency < scores.length; agency++) {
      boolean here = serving == null || serving[agency];
      scores[agency] = here ? kindScores[kindOf[agency]] : least;
    }
    return scores;
  }

  private static String kind(String agency, List<String> districts) {
    return Arrays.stream(agency.split(" "))
        .map(word -> districts.stream().anyMatch(d -> names(word, d)) ? "*" : word)
        .collect(Collectors.joining(" "));
  }

  /** An agency whose name names no district serves all. */
  private static boolean serves(String agency, String district, List<String> districts) {
    List<String> words = Arrays.asList(agency.split(" "));
    return words.stream().anyMatch(word -> names(word, district))
        || words.stream().noneMatch(word -> districts.stream().anyMatch(d -> names(word, d)));
  }

  /** Whether a word is the district's name in any case: the same but for the ending. */
  private static boolean names(String word, String district) {
    int stem = Math.max(SHORTEST_STEM, district.length() - ENDING);
    return district.length() >= stem
        && word.length() >= stem
        && Math.abs(word.length() - district.length()) <= LENGTHS_APART
        && word.regionMatches(true, 0, district, 0, stem);
  }
}
