package org.okno.intake.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.Vocabulary;

/** Channels, territories and terms as they are known at one moment. */
public final class ReferenceData implements Vocabulary {
  private final Map<String, Channel> channels;
  private final Map<String, Territory> territories;
  private final List<Term> terms;
  private final Map<String, Set<String>> codesByAxis;

  ReferenceData(List<Channel> channels, List<Territory> territories, List<Term> terms) {
    this.channels = byCode(channels, Channel::code);
    this.territories = byCode(territories, Territory::code);
    this.terms = List.copyOf(terms);
    this.codesByAxis =
        terms.stream()
            .collect(
                Collectors.groupingBy(
                    Term::axis, Collectors.mapping(Term::code, Collectors.toSet())));
  }

  /** Where requests come in. */
  public record Channel(String code, String nameRu, String nameEn) {}

  /** A node of the territory tree; {@code parent} is null at its root. */
  public record Territory(
      String code, String name, String level, @Nullable String parent, String zone) {}

  /** A code of the taxonomy. */
  public record Term(String axis, String code, String nameRu, String nameEn) {}

  @Override
  public boolean hasChannel(String code) {
    return channels.containsKey(code);
  }

  @Override
  public boolean hasTerritory(String code) {
    return territories.containsKey(code);
  }

  @Override
  public boolean hasTerm(Axis axis, String code) {
    return codesByAxis.getOrDefault(axis.code(), Set.of()).contains(code);
  }

  /** The territory with this code, or null. */
  public @Nullable Territory territory(String code) {
    return territories.get(code);
  }

  /** By code. */
  public List<Channel> channels() {
    return channels.values().stream().sorted(Comparator.comparing(Channel::code)).toList();
  }

  /** By code. */
  public List<Territory> territories() {
    return territories.values().stream().sorted(Comparator.comparing(Territory::code)).toList();
  }

  /** The terms of one axis, by code. */
  public List<Term> terms(Axis axis) {
    return terms.stream()
        .filter(term -> term.axis().equals(axis.code()))
        .sorted(Comparator.comparing(Term::code))
        .toList();
  }

  private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
    return entries.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity()));
  }
}
