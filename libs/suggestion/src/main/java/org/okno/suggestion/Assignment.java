package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A need and where it is, as known when the request came in.
 *
 * @param text empty where there is none
 * @param need the code of the need
 * @param where territories from the widest to the narrowest: district, municipality, building;
 *     empty strings where unknown, and the same number of them in every assignment of a model
 */
public record Assignment(String text, String need, List<String> where) {

  public Assignment {
    where = List.copyOf(where);
  }

  public Assignment of(String otherNeed) {
    return new Assignment(text, otherNeed, where);
  }

  /** The widest territory. */
  String district() {
    return where.isEmpty() ? "" : where.getFirst();
  }

  /** The need with its district, then with the municipality too …; alone where nothing is known. */
  List<String> keys() {
    if (district().isEmpty()) {
      return List.of("0|" + need);
    }
    return IntStream.rangeClosed(1, where.size())
        .filter(depth -> !where.get(depth - 1).isEmpty())
        .mapToObj(depth -> depth + "|" + need + "|" + String.join("|", where.subList(0, depth)))
        .toList();
  }

  /** For a linear machine: the need, each territory, and each pair of them. */
  List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add("n|" + need);
    for (int depth = 0; depth < where.size(); depth++) {
      String territory = where.get(depth);
      if (!territory.isEmpty()) {
        facts.add(depth + "t|" + territory);
        facts.add(depth + "n|" + need + "|" + territory);
      }
    }
    return facts;
  }
}
