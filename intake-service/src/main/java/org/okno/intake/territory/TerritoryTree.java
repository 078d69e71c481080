package org.okno.intake.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.intake.directory.Directory.Territory;
import org.okno.intake.territory.AddressWords.Kind;

/** The territories by code and by name, with what lies above each. */
final class TerritoryTree {
  private static final Set<String> WIDE = Set.of("country", "region");

  /** Words for places that an address names alone: no house is in two of them. */
  static final Set<String> SETTLEMENTS = Set.of("city", "settlement", "village");

  private final Map<String, Territory> byCode = new HashMap<>();
  private final Map<String, Set<Named>> byName = new HashMap<>();
  private final Set<String> divided = new HashSet<>();
  private final Set<String> settlements = new HashSet<>();

  private record Named(String code, @Nullable String type) {}

  /**
   * Indexes territories.
   *
   * @param otherNames codes by other names that people use
   */
  TerritoryTree(Collection<Territory> territories, Map<String, String> otherNames) {
    for (Territory territory : territories) {
      byCode.put(territory.code(), territory);
      index(territory.name(), territory.code());
      if (territory.parent() != null) {
        divided.add(territory.parent());
      }
    }
    otherNames.forEach(this::index);
  }

  private void index(String text, String code) {
    Name name = Name.of(text, Kind.LOCALITY);
    String type = name.type();
    if (type != null && SETTLEMENTS.contains(type)) {
      settlements.add(code);
    }
    if (!name.words().isEmpty()) {
      byName
          .computeIfAbsent(name.words(), words -> new LinkedHashSet<>())
          .add(new Named(code, name.type()));
    }
  }

  /**
   * The codes of the territories of this name.
   *
   * @param type what the text calls it, such as {@code city}: where one of them is called so, the
   *     others are not meant; null where the text does not say
   */
  Set<String> named(String words, @Nullable String type) {
    Set<Named> all = byName.getOrDefault(words, Set.of());
    Set<String> ofType = codes(all.stream().filter(one -> type != null && type.equals(one.type)));
    return ofType.isEmpty() ? codes(all.stream()) : ofType;
  }

  /** The codes of the territories that a whole name means. */
  Set<String> named(String text) {
    Name name = Name.of(text, Kind.LOCALITY);
    return named(name.words(), name.type());
  }

  private static Set<String> codes(Stream<Named> named) {
    return named.map(Named::code).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether one territory is another, or lies in it. */
  boolean isWithin(String code, String other) {
    String at = code;
    while (at != null && !at.equals(other)) {
      at = parent(at);
    }
    return at != null;
  }

  /** Whether no territory lies in it. */
  boolean isUndivided(String code) {
    return !divided.contains(code);
  }

  /** Whether it is a settlement of its own, as far as its name says. */
  boolean isSettlement(String code) {
    return settlements.contains(code);
  }

  /** Whether it is too wide to say where somebody needs help. */
  boolean isWide(String code) {
    Territory territory = byCode.get(code);
    return territory == null || WIDE.contains(territory.level());
  }

  /** The smallest territory that all of these lie in; null where there is none. */
  @Nullable String around(List<String> codes) {
    String at = codes.isEmpty() ? null : codes.getFirst();
    while (at != null && !containsAll(at, codes)) {
      at = parent(at);
    }
    return at;
  }

  private boolean containsAll(String code, List<String> codes) {
    return codes.stream().allMatch(one -> isWithin(one, code));
  }

  private @Nullable String parent(String code) {
    Territory territory = byCode.get(code);
    return territory == null ? null : territory.parent();
  }
}
