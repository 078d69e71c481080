package org.okno.intake.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/** Channels, territories and terms as they are known at one time. */
public final class Directory {
  private final Map<String, Channel> channels;
  private final Map<String, Territory> territories;
  private final List<Term> terms;
  private final Map<String, Set<String>> codesByAxis;

  public Directory(List<Channel> channels, List<Territory> territories, List<Term> terms) {
    this.channels = byCode(channels, Channel::code);
    this.territories = byCode(territories, Territory::code);
    this.terms = List.copyOf(terms);
    this.codesByAxis =
        terms.stream()
            .collect(
                Collectors.groupingBy(
                    Term::axis, Collectors.mapping(Term::code, Collectors.toSet())));
  }

  /** An axis of the taxonomy. */
  public enum Axis {
    NEED,
    SITUATION,
    TARGET_GROUP;

    /** As events name it: {@code target-group}. */
    String code() {
      return Codes.of(this);
    }
  }

  /** Where requests come in; a row of the table {@code channel}. */
  @Schema(description = "Where requests come in")
  public record Channel(
      @Schema(description = "Code", required = true, examples = "hotline") String code,
      @Schema(description = "Name in Russian", required = true, examples = "Горячая линия")
          String nameRu,
      @Schema(
              description = "Name in Kazakh; absent where the channel has no file",
              examples = "Сенім телефоны")
          @Nullable String nameKk,
      @Schema(description = "Name in English", required = true, examples = "Hotline")
          String nameEn) {}

  /** A node of the territory tree; a row of the table {@code territory}. */
  @Schema(description = "A node of the territory tree")
  public record Territory(
      @Schema(description = "Official code (OKTMO, KATO)", required = true, examples = "02701301")
          String code,
      @Schema(description = "Name", required = true, examples = "Район") String name,
      @Schema(
              description = "Level in the tree",
              required = true,
              enumeration = {"country", "region", "municipality", "district"},
              examples = "district")
          String level,
      @Schema(
              description = "Code of the territory above; absent at the root",
              examples = "02000000")
          @Nullable String parent,
      @Schema(
              description = "IANA time zone: calendar days are counted in it",
              required = true,
              examples = "Europe/Samara")
          String zone) {}

  /** A code of the taxonomy; a row of the table {@code term}. */
  @Schema(description = "A code of the taxonomy")
  public record Term(
      @Schema(
              description = "Axis of the taxonomy",
              required = true,
              enumeration = {"need", "situation", "target-group"},
              examples = "need")
          String axis,
      @Schema(description = "Code", required = true, examples = "food") String code,
      @Schema(description = "Name in Russian", required = true, examples = "Продукты")
          String nameRu,
      @Schema(description = "Name in English", required = true, examples = "Food") String nameEn) {}

  /** Whether requests may come in by this channel. */
  public boolean hasChannel(String code) {
    return channels.containsKey(code);
  }

  /** Whether there is this territory. */
  public boolean hasTerritory(String code) {
    return territories.containsKey(code);
  }

  /** Whether there is this term on an axis of the taxonomy. */
  public boolean hasTerm(Axis axis, String code) {
    return codesByAxis.getOrDefault(axis.code(), Set.of()).contains(code);
  }

  /** The territory with this code, or null. */
  public @Nullable Territory territory(String code) {
    return territories.get(code);
  }

  /**
   * The code of the one territory that lies in no other; empty where there are several, or none.
   */
  public Optional<String> root() {
    List<String> roots =
        territories.values().stream()
            .filter(territory -> territory.parent() == null)
            .map(Territory::code)
            .limit(2)
            .toList();
    return roots.size() == 1 ? Optional.of(roots.getFirst()) : Optional.empty();
  }

  /** By code. */
  List<Channel> channels() {
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
