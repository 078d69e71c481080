package org.okno.cases.deadlines;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What in a country's years differs from the week of an agency.
 *
 * @param days those that differ; a year without any is not in the calendar
 */
public record ProductionCalendar(Map<LocalDate, Kind> days) {
  /** Every week is like the other. */
  public static final ProductionCalendar NONE = new ProductionCalendar(Map.of());

  /** How a day differs. */
  public enum Kind {
    /** Closed. */
    OFF,
    /** The last interval ends one hour earlier. */
    SHORT,
    /** A day on which the hours of Monday hold. */
    WORKING
  }

  public ProductionCalendar {
    days = Map.copyOf(days);
  }

  /** How a day differs; empty also in a year that is not in the calendar. */
  Optional<Kind> kind(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  Set<Year> years() {
    return days.keySet().stream().map(Year::from).collect(Collectors.toSet());
  }
}
