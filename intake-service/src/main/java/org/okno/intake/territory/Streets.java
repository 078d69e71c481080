package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.okno.intake.territory.AddressWords.Kind;

/** The streets of street lists, found by their names. Never changes; threads may share it. */
final class Streets {
  private static final int LONG_NAME = 9;
  private static final int SHORTEST_MISSPELT = 5;
  private static final LevenshteinDistance ONE = new LevenshteinDistance(1);
  private static final LevenshteinDistance TWO = new LevenshteinDistance(2);

  private final Map<String, Map<Name, Street>> byWords = new HashMap<>();
  private final Map<String, Set<String>> byWord = new HashMap<>();
  private final Map<Character, Set<String>> byFirstLetter = new HashMap<>();

  /** Streets of one name and type, wherever they are. */
  record Street(Name name, List<StreetSegment> segments) {}

  Streets(Collection<StreetSegment> rows) {
    Map<String, Name> names = new HashMap<>();
    for (StreetSegment row : rows) {
      Name name = names.computeIfAbsent(row.street(), text -> Name.of(text, Kind.STREET));
      if (!name.words().isEmpty()) {
        byWords
            .computeIfAbsent(name.words(), words -> new LinkedHashMap<>())
            .computeIfAbsent(name, n -> new Street(n, new ArrayList<>()))
            .segments()
            .add(row);
      }
    }
    for (String words : byWords.keySet()) {
      byFirstLetter.computeIfAbsent(words.charAt(0), c -> new LinkedHashSet<>()).add(words);
      for (String word : words.split(" ")) {
        byWord.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(words);
      }
    }
  }

  /** Those of exactly these words, of any type. */
  List<Street> named(String words) {
    return List.copyOf(byWords.getOrDefault(words, Map.of()).values());
  }

  /**
   * Those of this type whose name has these words and others: Abramov Street is Fyodor Abramov's.
   */
  List<Street> withWords(String words, String type) {
    List<String> parts = Arrays.asList(words.split(" "));
    String longest = Collections.max(parts, Comparator.comparingInt(String::length));
    return ofType(
        byWord.getOrDefault(longest, Set.of()).stream()
            .filter(name -> hasAll(Arrays.asList(name.split(" ")), parts)),
        type);
  }

  /** A single letter is an initial. */
  private static boolean hasAll(List<String> name, List<String> parts) {
    return parts.stream()
        .allMatch(
            part ->
                part.length() == 1
                    ? name.stream().anyMatch(word -> word.startsWith(part))
                    : name.contains(part));
  }

  /** Those of this type that are written almost like this. */
  List<Street> almost(String words, String type) {
    if (words.length() < SHORTEST_MISSPELT) {
      return List.of();
    }
    LevenshteinDistance distance = words.length() < LONG_NAME ? ONE : TWO;
    return ofType(
        byFirstLetter.getOrDefault(words.charAt(0), Set.of()).stream()
            .filter(name -> distance.apply(name, words) >= 0),
        type);
  }

  private List<Street> ofType(Stream<String> names, String type) {
    return names
        .flatMap(name -> named(name).stream())
        .filter(street -> isOf(street, type))
        .toList();
  }

  static boolean isOf(Street street, @Nullable String type) {
    return type == null || type.equals(street.name().type());
  }
}
