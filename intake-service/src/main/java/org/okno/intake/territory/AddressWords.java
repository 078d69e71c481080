package org.okno.intake.territory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Words that every address has, in Russian, Kazakh and English with their abbreviations: what a
 * street, a house or a settlement is called. They are data: {@code address-words.properties}.
 */
final class AddressWords {
  private static final Map<String, Meaning> MEANINGS = read();

  private AddressWords() {}

  /** What kind of thing a word announces. */
  enum Kind {
    /** A street, an avenue … */
    STREET,
    /** A house: its number follows, or precedes. */
    HOUSE,
    /** A part of a house: block, letter, flat. Its number is no house number. */
    PART,
    /** A settlement, a district, a region: its name follows, or precedes. */
    LOCALITY,
    /** Says nothing of the place. */
    NOISE
  }

  /**
   * What a word means.
   *
   * @param type what exactly, such as {@code avenue}: streets of one name differ in it
   */
  record Meaning(Kind kind, String type) {}

  /** The meaning of a folded word; null where it is part of a name. */
  static @Nullable Meaning of(String word) {
    return MEANINGS.get(word);
  }

  private static Map<String, Meaning> read() {
    Properties lines = new Properties();
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(
                AddressWords.class.getResourceAsStream("address-words.properties")),
            UTF_8)) {
      lines.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Meaning> meanings = new HashMap<>();
    lines.forEach(
        (key, words) -> {
          String[] name = ((String) key).split("\\.");
          Kind kind = Kind.valueOf(name[0].toUpperCase(java.util.Locale.ROOT));
          for (String word : ((String) words).split(" ")) {
            meanings.put(word, new Meaning(kind, name[1]));
          }
        });
    return meanings;
  }
}
