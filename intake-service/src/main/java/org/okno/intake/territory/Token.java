package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.intake.territory.AddressWords.Kind;
import org.okno.intake.territory.AddressWords.Meaning;

/**
 * A word or number of an address.
 *
 * @param meaning what the word announces; null where it is part of a name, or a number
 * @param key by which words of names are compared: see {@link NameKey}; a number of an ordinal
 * @param number a plain number that may be that of a house; null where it is none
 * @param part in which comma-separated part of the address it stands, from 0
 */
record Token(@Nullable Meaning meaning, String key, @Nullable Integer number, int part) {
  private static final Pattern PARTS = Pattern.compile("[,;\\n\\r\\t]+");
  // Initials belong together: П.С., В.О.
  private static final Pattern INITIALS =
      Pattern.compile("(?<![\\p{L}\\d])(\\p{L})\\.\\s?(\\p{L})\\.(?!\\p{L})");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\d/-]+");
  private static final Pattern ORDINAL =
      Pattern.compile("(\\d{1,3})-?(?:я|й|ая|ой|ый|ий|го|ого|ю|ую|му|е|ом|th|st|nd|rd|ші|шы)");
  private static final Pattern HOUSE =
      Pattern.compile("(\\d{1,4})-?[\\p{L}]?(?:[/-]\\d{1,4}\\p{L}?)?");
  // д5, к2: a house and its number written as one word.
  private static final Pattern GLUED = Pattern.compile("(\\p{L}+)(\\d.*)");
  private static final Pattern HYPHENS = Pattern.compile("[-/]+");

  static List<Token> of(String address) {
    List<Token> tokens = new ArrayList<>();
    String[] parts = PARTS.split(NameKey.fold(address));
    for (int part = 0; part < parts.length; part++) {
      String joined = INITIALS.matcher(parts[part]).replaceAll(" $1$2 ");
      for (String word : SEPARATORS.split(joined)) {
        add(word, part, tokens);
      }
    }
    return tokens;
  }

  private static void add(String word, int part, List<Token> tokens) {
    Meaning meaning = AddressWords.of(word);
    if (meaning != null) {
      if (meaning.kind() != Kind.NOISE) {
        tokens.add(new Token(meaning, word, null, part));
      }
      return;
    }
    Matcher ordinal = ORDINAL.matcher(word);
    if (ordinal.matches()) {
      // Also a house with a letter, such as 5й: after the name of a street it is read as one.
      tokens.add(new Token(null, ordinal.group(1), null, part));
      return;
    }
    Matcher house = HOUSE.matcher(word);
    if (house.matches()) {
      tokens.add(new Token(null, house.group(1), Integer.valueOf(house.group(1)), part));
      return;
    }
    Matcher glued = GLUED.matcher(word);
    if (glued.matches() && AddressWords.of(glued.group(1)) != null) {
      add(glued.group(1), part, tokens);
      add(glued.group(2), part, tokens);
      return;
    }
    for (String piece : HYPHENS.split(word)) {
      String key = NameKey.of(piece);
      if (!key.isEmpty()) {
        tokens.add(new Token(null, key, null, part));
      }
    }
  }

  boolean is(Kind kind) {
    return meaning != null && meaning.kind() == kind;
  }

  /** Whether it may be a word of a name. */
  boolean isName() {
    return meaning == null;
  }

  // The words of an address are not written into a log.
  @Override
  public String toString() {
    return "Token";
  }
}
