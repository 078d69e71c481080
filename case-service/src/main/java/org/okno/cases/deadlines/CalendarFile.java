package org.okno.cases.deadlines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.okno.cases.deadlines.ProductionCalendar.Kind;
import org.okno.contracts.Codes;

/**
 * Production calendars as CSV in UTF-8: a head, then a line for each day that differs.
 *
 * <pre>
 * country,date,kind
 * kz,2026-03-23,off
 * </pre>
 *
 * The kind is {@code off}, {@code short} or {@code working}; further columns are for people.
 */
final class CalendarFile {
  private static final String HEAD = "country,date,kind";
  private static final Set<String> KINDS =
      Arrays.stream(Kind.values()).map(Codes::of).collect(Collectors.toUnmodifiableSet());

  private final SortedMap<String, Map<LocalDate, Kind>> days = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  private CalendarFile() {}

  /**
   * Reads calendars by country.
   *
   * @param needed a year that every country must have; between its first and last year none may be
   *     missing either
   * @throws IllegalArgumentException with every error: the number of the line, or the country and
   *     the year that is missing
   */
  static Map<String, ProductionCalendar> read(List<String> lines, Year needed) {
    CalendarFile file = new CalendarFile();
    file.readLines(lines);
    Map<String, ProductionCalendar> calendars =
        file.days.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, one -> new ProductionCalendar(one.getValue())));
    calendars.forEach((country, calendar) -> file.requireYears(country, calendar, needed));
    if (!file.errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", file.errors));
    }
    return calendars;
  }

  private void readLines(List<String> lines) {
    if (lines.isEmpty() || !(lines.getFirst() + ",").startsWith(HEAD + ",")) {
      errors.add("line 1: expected a head that begins with " + HEAD);
      return;
    }
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (!line.isBlank()) {
        readDay(number, line.split(",", 4));
      }
    }
    if (days.isEmpty()) {
      errors.add("expected at least one day");
    }
  }

  private void readDay(int number, String[] fields) {
    if (fields.length < 3 || !fields[0].matches("[a-z]{2}")) {
      errors.add(
          "line %d: expected a country of two small letters, a date and a kind".formatted(number));
      return;
    }
    Optional<LocalDate> date = date(fields[1]);
    if (date.isEmpty()) {
      errors.add("line %d: expected a date such as 2026-05-09".formatted(number));
    } else if (!KINDS.contains(fields[2].strip())) {
      errors.add("line %d: expected the kind off, short or working".formatted(number));
    } else if (days.computeIfAbsent(fields[0], country -> new TreeMap<>())
            .put(date.get(), Codes.constant(Kind.class, fields[2].strip()))
        != null) {
      errors.add("line %d: the country has this day twice".formatted(number));
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void requireYears(String country, ProductionCalendar calendar, Year needed) {
    Set<Integer> years = calendar.years().stream().map(Year::getValue).collect(Collectors.toSet());
    int first = Math.min(needed.getValue(), years.stream().min(Integer::compare).orElseThrow());
    int last = Math.max(needed.getValue(), years.stream().max(Integer::compare).orElseThrow());
    for (int year = first; year <= last; year++) {
      if (!years.contains(year)) {
        errors.add("the calendar of %s has no day of %d".formatted(country, year));
      }
    }
  }
}
