package org.okno.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as HTTP writes them: {@code PARTLY_HELPED} is {@code partly-helped}. */
final class EnumCodes {
  private EnumCodes() {}

  /**
   * The constant with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Object constant(Class<?> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> code(constant).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code"));
  }

  /** What was expected, for a validation error. */
  static String choice(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumCodes::code)
        .collect(Collectors.joining(", ", "expected one of ", ""));
  }

  private static String code(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
