package org.okno.casework.needs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Constants as events, tables and HTTP write them: {@code PARTLY_HELPED} is {@code partly-helped}.
 */
public final class Codes {
  private Codes() {}

  /** The code of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant with this code, or empty where there is none. */
  public static <E extends Enum<E>> Optional<E> read(Class<E> kind, @Nullable String code) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> of(constant).equals(code))
        .findFirst();
  }

  /** All codes of a kind, for a message that says what was expected. */
  public static String choice(Class<? extends Enum<?>> kind) {
    return Arrays.stream(kind.getEnumConstants()).map(Codes::of).collect(Collectors.joining(", "));
  }
}
