package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.intake.territory.AddressWords.Kind;
import org.okno.intake.territory.Candidate.Basis;
import org.okno.intake.territory.Streets.Street;

/**
 * Finds territories by the text of an address: by the street with its house number, and by the
 * territories that the text names. Words may come in any order and case, abbreviated, inflected, in
 * Russian, Kazakh or English; other words may stand between.
 */
final class AddressSearch {
  private static final int MAX_WINDOW = 6;

  /** Of a house number: a longer one is a phone, or a code. */
  private static final int MAX_DIGITS = 4;

  /** Trust in a name alone: of a territory without parts, and of one that has some. */
  private static final double NAMED = 0.92;

  private static final double NAMED_DIVIDED = 0.6;
  private static final double NAMED_WITHOUT_TYPE = 0.7;

  private final Streets streets;
  private final TerritoryTree territories;

  AddressSearch(Streets streets, TerritoryTree territories) {
    this.streets = streets;
    this.territories = territories;
  }

  /** How a name in the text fits one of a list, the best first. */
  private enum Fit {
    EXACT(1),
    WITHOUT_TYPE(0.97),
    PARTIAL(0.93),
    OTHER_TYPE(0.85),
    MISSPELT(0.93);

    private final double trust;

    Fit(double trust) {
      this.trust = trust;
    }
  }

  /** Tokens from one index to another, both included, all of one part of the address. */
  private record Window(List<Token> tokens, int from, int to) {
    List<Token> inside() {
      return tokens.subList(from, to + 1);
    }

    String words() {
      return Name.words(inside().stream());
    }

    @Nullable String type(Kind kind) {
      return inside().stream()
          .filter(token -> token.is(kind))
          .map(token -> token.meaning() == null ? null : token.meaning().type())
          .findFirst()
          .orElse(null);
    }

    boolean overlaps(Window other) {
      return from <= other.to && other.from <= to;
    }
  }

  /** A street that the text may name. */
  private record Mention(Window window, List<Street> streets, Fit fit, @Nullable Integer house) {
    private int nameWords() {
      return (int) window.inside().stream().filter(Token::isName).count();
    }
  }

  private static final Comparator<Mention> BEST_FIRST =
      Comparator.comparing(Mention::fit)
          .thenComparing(Comparator.comparing(Mention::nameWords).reversed())
          .thenComparing(mention -> mention.house == null)
          .thenComparing(mention -> mention.window.from);

  /** Territories that the text names. */
  private record Named(Window window, Set<String> codes, boolean isTyped) {}

  Candidates find(String address) {
    List<Token> tokens = Token.of(address);
    List<Named> named = named(tokens);
    return mentions(tokens, named)
        .min(BEST_FIRST)
        .map(mention -> byStreet(mention, named, namesSettlement(tokens)))
        .filter(found -> !found.all().isEmpty())
        .orElseGet(() -> byName(named));
  }

  // --- Streets

  private java.util.stream.Stream<Mention> mentions(List<Token> tokens, List<Named> named) {
    List<Mention> mentions = new ArrayList<>();
    for (Window window : windows(tokens, Kind.STREET)) {
      String type = window.type(Kind.STREET);
      boolean isTerritory =
          named.stream().anyMatch(one -> one.isTyped && one.window.overlaps(window));
      if (!isTerritory && mayBeStreet(window, type)) {
        fit(window, type).ifPresent(mentions::add);
      }
    }
    return mentions.stream();
  }

  /** A number alone, or at the end, is that of a house. */
  private static boolean mayBeStreet(Window window, @Nullable String type) {
    Token last = window.tokens.get(window.to);
    boolean isNumberOnly =
        window.inside().stream()
            .filter(Token::isName)
            .allMatch(token -> Character.isDigit(token.key().charAt(0)));
    return last.number() == null && (type != null || !isNumberOnly);
  }

  private Optional<Mention> fit(Window window, @Nullable String type) {
    String words = window.words();
    List<Street> named = streets.named(words);
    List<Street> ofType = named.stream().filter(street -> Streets.isOf(street, type)).toList();
    if (!ofType.isEmpty()) {
      return mention(window, ofType, type == null ? Fit.WITHOUT_TYPE : Fit.EXACT);
    }
    if (!named.isEmpty()) {
      return mention(window, named, Fit.OTHER_TYPE);
    }
    if (type == null) {
      return Optional.empty();
    }
    List<Street> partly = streets.withWords(words, type);
    return partly.isEmpty()
        ? mention(window, streets.almost(words, type), Fit.MISSPELT)
        : mention(window, partly, Fit.PARTIAL);
  }

  private static Optional<Mention> mention(Window window, List<Street> streets, Fit fit) {
    return streets.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mention(window, streets, fit, house(window)));
  }

  /** The number of the house: right behind the street, behind a word for a house, or before. */
  private static @Nullable Integer house(Window window) {
    List<Token> tokens = window.tokens;
    int next = window.to + 1;
    if (next < tokens.size() && isNumber(tokens.get(next))) {
      return number(tokens.get(next));
    }
    for (int i = next; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.HOUSE) && isNumber(tokens.get(i + 1))) {
        return number(tokens.get(i + 1));
      }
    }
    int before = window.from - 1;
    boolean isOfAPart = before > 0 && tokens.get(before - 1).is(Kind.PART);
    return before >= 0 && tokens.get(before).number() != null && !isOfAPart
        ? tokens.get(before).number()
        : null;
  }

  /** An ordinal too: 5я is a house with a letter where a house is expected. */
  private static boolean isNumber(Token token) {
    return token.isName()
        && token.key().length() <= MAX_DIGITS
        && token.key().chars().allMatch(Character::isDigit);
  }

  private static Integer number(Token token) {
    return Integer.valueOf(token.key());
  }

  private static boolean namesSettlement(List<Token> tokens) {
    return tokens.stream()
        .map(Token::meaning)
        .anyMatch(meaning -> meaning != null && TerritoryTree.SETTLEMENTS.contains(meaning.type()));
  }

  private Candidates byStreet(Mention mention, List<Named> named, boolean namesSettlement) {
    List<StreetSegment> segments =
        mention.streets.stream().flatMap(street -> street.segments().stream()).toList();
    for (Named one : named) {
      List<StreetSegment> within =
          segments.stream()
              .filter(
                  segment ->
                      one.codes.stream()
                          .anyMatch(c -> territories.isWithin(segment.territory(), c)))
              .toList();
      if (!within.isEmpty()) {
        segments = within;
      } else if (one.isTyped) {
        // The lists do not know this street there: the text itself says where it is.
        return Candidates.NONE;
      }
    }
    if (namesSettlement) {
      segments = withoutOtherSettlements(segments, named);
    }
    return HouseShares.of(segments, mention.house, mention.fit.trust);
  }

  /** Where the text names a city, the street of that name in a village is not meant. */
  private List<StreetSegment> withoutOtherSettlements(
      List<StreetSegment> segments, List<Named> named) {
    List<StreetSegment> kept =
        segments.stream()
            .filter(
                segment ->
                    !territories.isSettlement(segment.territory())
                        || named.stream().anyMatch(one -> one.codes.contains(segment.territory())))
            .toList();
    return kept.isEmpty() ? segments : kept;
  }

  // --- Territories that are named

  private List<Named> named(List<Token> tokens) {
    List<Named> found = new ArrayList<>();
    for (Window window : windows(tokens, Kind.LOCALITY)) {
      String type = window.type(Kind.LOCALITY);
      boolean isTyped = type != null;
      Set<String> codes = territories.named(window.words(), type);
      if (!codes.isEmpty() && (isTyped || isWholePart(window))) {
        found.add(new Named(window, codes, isTyped));
      }
    }
    // The longest of several that overlap: "Невский район" is not the town of that name.
    List<Named> longest = new ArrayList<>();
    found.stream()
        .sorted(
            Comparator.comparing((Named one) -> one.window.from - one.window.to)
                .thenComparing(one -> one.window.from))
        .filter(one -> longest.stream().noneMatch(other -> other.window.overlaps(one.window)))
        .forEach(longest::add);
    return longest;
  }

  private static boolean isWholePart(Window window) {
    int part = window.tokens.get(window.from).part();
    return window.tokens.stream().filter(token -> token.part() == part).count()
        == window.to - window.from + 1;
  }

  private Candidates byName(List<Named> named) {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> innermost = new LinkedHashSet<>();
    named.forEach(one -> innermost.addAll(one.codes));
    Set<String> all = Set.copyOf(innermost);
    innermost.removeIf(
        code ->
            all.stream()
                .anyMatch(other -> !other.equals(code) && territories.isWithin(other, code)));
    for (String code : innermost) {
      boolean isTyped = named.stream().anyMatch(one -> one.isTyped && one.codes.contains(code));
      double trust =
          !territories.isUndivided(code) || territories.isWide(code)
              ? NAMED_DIVIDED
              : isTyped ? NAMED : NAMED_WITHOUT_TYPE;
      candidates.add(new Candidate(code, trust / innermost.size(), Basis.NAME, null));
    }
    return new Candidates(candidates, false);
  }

  // --- Windows

  /** Each run of words of names in one part of the address, with at most one word of this kind. */
  private static List<Window> windows(List<Token> tokens, Kind kind) {
    List<Window> windows = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      boolean hasName = false;
      int kinds = 0;
      for (int to = from; to < Math.min(tokens.size(), from + MAX_WINDOW); to++) {
        Token token = tokens.get(to);
        kinds += token.is(kind) ? 1 : 0;
        boolean mayFollow = token.isName() || token.is(kind);
        boolean isTooMany = kind == Kind.STREET && kinds > 1;
        if (!mayFollow || isTooMany || token.part() != tokens.get(from).part()) {
          break;
        }
        hasName |= token.isName();
        if (hasName) {
          windows.add(new Window(tokens, from, to));
        }
      }
    }
    return windows;
  }
}
