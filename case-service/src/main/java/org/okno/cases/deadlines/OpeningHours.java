package org.okno.cases.deadlines;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.okno.contracts.OpeningTime;

/**
 * When an agency is open in a week, in local time.
 *
 * @param week the intervals of each weekday, in their order and without overlap; a weekday that is
 *     not named is closed; at least one interval
 */
public record OpeningHours(Map<DayOfWeek, List<Interval>> week) {
  /** Open at every minute; follows no production calendar. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(
          EnumSet.allOf(DayOfWeek.class).stream()
              .collect(toMap(day -> day, day -> List.of(Interval.WHOLE_DAY))));

  /** Monday to Friday, 9:00 to 18:00: of an agency that names no hours. */
  public static final OpeningHours OFFICE =
      new OpeningHours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
              .collect(toMap(day -> day, day -> List.of(new Interval(9 * 60, 18 * 60)))));

  /**
   * Open from one minute of the day up to another, exclusive.
   *
   * @param from 0 to 1439
   * @param to up to 1440, which is 24:00
   */
  public record Interval(int from, int to) {
    static final int DAY = 24 * 60;
    static final Interval WHOLE_DAY = new Interval(0, DAY);

    public Interval {
      if (from < 0 || from >= to || to > DAY) {
        throw new IllegalArgumentException("an interval ends after it begins, within one day");
      }
    }

    Span on(LocalDate day, ZoneId zone) {
      return new Span(Span.instant(day, from, zone), Span.instant(day, to, zone));
    }
  }

  public OpeningHours {
    week =
        week.entrySet().stream()
            .filter(day -> !day.getValue().isEmpty())
            .collect(toMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
    week.values().forEach(OpeningHours::requireOrder);
    if (week.isEmpty()) {
      throw new IllegalArgumentException("opening hours have at least one interval");
    }
  }

  /**
   * Opening hours as the directory publishes them, in any order. What this version cannot read is
   * as if the agency named none.
   *
   * @param texts as {@link OpeningTime} reads them
   */
  static OpeningHours of(List<String> texts) {
    try {
      return new OpeningHours(
          texts.stream()
              .map(OpeningTime::parse)
              .sorted(Comparator.comparingInt(OpeningTime::from))
              .collect(
                  groupingBy(
                      OpeningTime::day,
                      mapping(one -> new Interval(one.from(), one.to()), toList()))));
    } catch (IllegalArgumentException e) {
      return OFFICE;
    }
  }

  private static void requireOrder(List<Interval> intervals) {
    for (int i = 1; i < intervals.size(); i++) {
      if (intervals.get(i).from() < intervals.get(i - 1).to()) {
        throw new IllegalArgumentException("intervals of a day are in order and do not overlap");
      }
    }
  }

  /** The intervals of a weekday; none where it is closed. */
  List<Interval> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  boolean isAlwaysOpen() {
    return equals(ALWAYS);
  }
}
