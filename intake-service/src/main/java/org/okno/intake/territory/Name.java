package org.okno.intake.territory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.intake.territory.AddressWords.Kind;

/**
 * A name as it is compared: the keys of its words in a fixed order, since "Большой проспект П.С."
 * is also written "пр. Большой П.С.".
 *
 * @param words keys of the words, joined by spaces; empty where the name has none
 * @param type what the thing is called, such as {@code avenue}; null where the name does not say
 */
record Name(String words, @Nullable String type) {

  /** A name of a street, or of a territory. */
  static Name of(String text, Kind kind) {
    List<Token> tokens = Token.of(text);
    String type =
        tokens.stream()
            .filter(token -> token.is(kind))
            .map(token -> token.meaning() == null ? null : token.meaning().type())
            .findFirst()
            .orElse(null);
    return new Name(words(tokens.stream()), type);
  }

  static String words(Stream<Token> tokens) {
    return tokens.filter(Token::isName).map(Token::key).sorted().collect(Collectors.joining(" "));
  }
}
