package org.okno.cases.deadlines;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.okno.cases.deadlines.OpeningHours.Interval;
import org.okno.cases.deadlines.TimeLimit.CalendarDays;
import org.okno.cases.deadlines.TimeLimit.Minutes;
import org.okno.cases.deadlines.TimeLimit.WorkingDays;
import org.okno.cases.deadlines.TimeLimit.WorkingMinutes;

/**
 * The time in which an agency works: its opening hours, by the production calendar of its country.
 *
 * @param calendar without meaning for an agency that is always open
 */
public record WorkingTime(OpeningHours hours, ProductionCalendar calendar, ZoneId zone) {
  private static final int SHORTER_BY = 60;

  /** Around the clock. */
  public static WorkingTime always(ZoneId zone) {
    return new WorkingTime(OpeningHours.ALWAYS, ProductionCalendar.NONE, zone);
  }

  /**
   * When a time limit ends.
   *
   * @param pauses in which the time stands still, in any order: for limits in days, the days that
   *     begin in a pause do not count
   */
  public Instant dueAt(TimeLimit limit, Instant start, List<Span> pauses) {
    return switch (limit) {
      case Minutes(int n) -> always(zone).after(Duration.ofMinutes(n), start, pauses);
      case WorkingMinutes(int n) -> after(Duration.ofMinutes(n), start, pauses);
      case WorkingDays(int n) -> {
        LocalDate last = nthDay(n, start, pauses, true);
        yield Span.instant(last, openIntervals(last).getLast().to(), zone);
      }
      case CalendarDays(int n) -> {
        LocalDate last = openOnOrAfter(nthDay(n, start, pauses, false));
        yield last.plusDays(1).atStartOfDay(zone).toInstant();
      }
    };
  }

  /**
   * The first instant at which so much opening time has passed since the start.
   *
   * @param pauses that do not count, in any order
   */
  Instant after(Duration working, Instant start, List<Span> pauses) {
    if (!working.isPositive()) {
      return start;
    }
    Duration left = working;
    LocalDate day = start.atZone(zone).toLocalDate();
    while (true) {
      for (Span open : openSpans(day)) {
        for (Span counted : open.since(start).without(pauses)) {
          if (counted.length().compareTo(left) >= 0) {
            return counted.from().plus(left);
          }
          left = left.minus(counted.length());
        }
      }
      day = day.plusDays(1);
    }
  }

  /** How much opening time, without pauses, there is from one instant to another. */
  Duration between(Instant from, Instant to, List<Span> pauses) {
    LocalDate last = to.atZone(zone).toLocalDate();
    List<Span> notCounted =
        Stream.concat(pauses.stream(), Stream.of(new Span(to, Instant.MAX))).toList();
    return from.atZone(zone)
        .toLocalDate()
        .datesUntil(last.plusDays(1))
        .flatMap(day -> openSpans(day).stream())
        .flatMap(open -> open.since(from).without(notCounted).stream())
        .map(Span::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private LocalDate nthDay(int n, Instant start, List<Span> pauses, boolean openOnly) {
    LocalDate day = start.atZone(zone).toLocalDate();
    int left = n;
    while (left > 0) {
      day = day.plusDays(1);
      boolean counts = !beginsIn(pauses, day) && (!openOnly || !openIntervals(day).isEmpty());
      left -= counts ? 1 : 0;
    }
    return day;
  }

  private boolean beginsIn(List<Span> pauses, LocalDate day) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    return pauses.stream()
        .anyMatch(pause -> !begin.isBefore(pause.from()) && begin.isBefore(pause.to()));
  }

  private LocalDate openOnOrAfter(LocalDate day) {
    return Stream.iterate(day, one -> one.plusDays(1))
        .filter(one -> !openIntervals(one).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private List<Span> openSpans(LocalDate day) {
    return openIntervals(day).stream().map(interval -> interval.on(day, zone)).toList();
  }

  /** The intervals of a day as its calendar has them. */
  private List<Interval> openIntervals(LocalDate day) {
    List<Interval> usual = hours.on(day.getDayOfWeek());
    if (hours.isAlwaysOpen()) {
      return usual;
    }
    return calendar
        .kind(day)
        .map(
            kind ->
                switch (kind) {
                  case OFF -> List.<Interval>of();
                  case SHORT -> shorter(usual);
                  case WORKING -> hours.on(DayOfWeek.MONDAY);
                })
        .orElse(usual);
  }

  /** An interval of which nothing is left is left out. */
  private static List<Interval> shorter(List<Interval> usual) {
    if (usual.isEmpty()) {
      return usual;
    }
    Interval last = usual.getLast();
    int to = last.to() - SHORTER_BY;
    Stream<Interval> end =
        to > last.from() ? Stream.of(new Interval(last.from(), to)) : Stream.of();
    return Stream.concat(usual.subList(0, usual.size() - 1).stream(), end).toList();
  }
}
