package org.okno.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Constants as events, tables and HTTP write them: {@code PARTLY_HELPED} is {@code partly-helped}.
 */
public final class Codes {
  private Codes() {}

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
