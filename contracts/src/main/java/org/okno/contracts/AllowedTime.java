package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How much time somebody has.
 *
 * @param amount of the unit, from 1
 * @param unit {@code minutes} around the clock; {@code working-minutes} and {@code working-days} of
 *     the agency; {@code calendar-days}
 */
public record AllowedTime(int amount, String unit) {
  /** What its text looks like. */
  public static final String GRAMMAR =
      "expected an amount and a unit: minutes, working-minutes, working-days or calendar-days, for"
          + " example \"30 minutes\"";

  private static final Set<String> UNITS =
      Set.of("minutes", "working-minutes", "working-days", "calendar-days");
  private static final int MAX = 1_000_000;

  public AllowedTime {
    requireNonNull(unit, "unit");
  }

  /**
   * Reads a text such as {@code 2 working-days}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static AllowedTime parse(String text) {
    String[] parts = text.strip().split(" +");
    if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,6}") || !UNITS.contains(parts[1])) {
      throw new IllegalArgumentException(GRAMMAR);
    }
    int amount = Integer.parseInt(parts[0]);
    if (amount > MAX) {
      throw new IllegalArgumentException("expected an amount of at most " + MAX);
    }
    return new AllowedTime(amount, parts[1]);
  }
}
