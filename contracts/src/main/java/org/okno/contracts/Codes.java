package org.okno.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Codes of events, tables and HTTP: one grammar for those of the directory, and constants as they
 * are written there ({@code PARTLY_HELPED} is {@code partly-helped}).
 */
public final class Codes {
  /** Longest code. */
  public static final int MAX_LENGTH = 100;

  /** The grammar, for a message that says what was expected. */
  public static final String GRAMMAR =
      "expected a code: 1 to 100 of A-Z a-z 0-9 . _ : -, the first a letter or a digit";

  // ASCII: what looks the same is the same, in every table, key and file.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  private Codes() {}

  /** Whether a text is a code: of a channel, territory, term, agency, service or staff member. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The code of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of an enum with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <E> E constant(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of((Enum<?>) constant).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code"));
  }

  /** All codes of an enum, for a message that says what was expected. */
  public static String list(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> of((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }
}
