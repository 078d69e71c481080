package org.okno.intake.territory;

import org.jspecify.annotations.Nullable;

/**
 * A street, or some of its houses, in one territory: a row of a street list.
 *
 * @param from first house number; null where the whole street is meant
 * @param to last house number; null where the whole street is meant
 * @param side which side of the street
 * @param weight how much it counts against other rows of the street, such as how many houses it
 *     stands for; above 0
 */
public record StreetSegment(
    String territory,
    String street,
    @Nullable Integer from,
    @Nullable Integer to,
    Side side,
    double weight) {

  /** A side of a street. */
  public enum Side {
    ODD,
    EVEN,
    BOTH
  }

  boolean isWholeStreet() {
    return from == null || to == null;
  }

  boolean has(int house) {
    return distance(house) == 0;
  }

  /** How many numbers a house is away; 0 where it is one of these, or the whole street is meant. */
  int distance(int house) {
    if (from == null || to == null) {
      return isOnSide(house) ? 0 : Integer.MAX_VALUE;
    }
    if (!isOnSide(house)) {
      return Integer.MAX_VALUE;
    }
    return house < from ? from - house : Math.max(0, house - to);
  }

  private boolean isOnSide(int house) {
    return switch (side) {
      case ODD -> house % 2 != 0;
      case EVEN -> house % 2 == 0;
      case BOTH -> from == null || !from.equals(to) || (house - from) % 2 == 0;
    };
  }
}
