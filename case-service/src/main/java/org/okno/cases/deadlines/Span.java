package org.okno.cases.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time from one instant up to another: of opening, or of a pause.
 *
 * @param to not before {@code from}
 */
public record Span(Instant from, Instant to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span ends before it begins");
    }
  }

  /**
   * A minute of a local day. One that the zone skips is as long after midnight as if it did not;
   * one that it has twice is the first.
   *
   * @param minute up to 1440: the beginning of the next day
   */
  static Instant instant(LocalDate day, int minute, ZoneId zone) {
    return minute == OpeningHours.Interval.DAY
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /** What of this is not in any of other spans, in order; pieces of no length are left out. */
  List<Span> without(List<Span> others) {
    List<Span> left = new ArrayList<>();
    Instant at = from;
    for (Span other : others.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (other.from().isAfter(at)) {
        add(left, at, other.from().isBefore(to) ? other.from() : to);
      }
      at = other.to().isAfter(at) ? other.to() : at;
    }
    add(left, at, to);
    return left;
  }

  private static void add(List<Span> spans, Instant from, Instant to) {
    if (from.isBefore(to)) {
      spans.add(new Span(from, to));
    }
  }

  /** What of this lies at or after an instant; of no length where none does. */
  Span since(Instant instant) {
    return instant.isAfter(to)
        ? new Span(to, to)
        : new Span(instant.isAfter(from) ? instant : from, to);
  }
}
