package org.okno.analytics.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.okno.http.Page;
import org.okno.http.Problem;

/**
 * Which rows a reader asks for.
 *
 * @param from first day
 * @param to last day
 * @param equal codes by column; only the columns that are filtered by
 * @param limit rows a page
 */
record SummaryQuery(LocalDate from, LocalDate to, Map<String, String> equal, int limit) {
  /** Days where the reader names none. */
  static final int DEFAULT_DAYS = 31;

  private static final List<String> FILTERS = List.of("territory", "agency", "channel", "need");
  private static final Set<String> COMMON = Set.of("from", "to");

  /**
   * Reads the parameters.
   *
   * @param also further parameters the address takes
   * @throws org.okno.http.ProblemException 400 with every parameter that is wrong or unknown
   */
  static SummaryQuery of(Map<String, List<String>> parameters, Set<String> also, Clock clock) {
    Parsing parsing = new Parsing(parameters);
    parsing.refuseUnknown(also);
    LocalDate to = parsing.day("to");
    LocalDate from = parsing.day("from");
    if (to == null) {
      to = latestDay(clock);
    }
    if (from == null) {
      from = to.minusDays(DEFAULT_DAYS - 1);
    }
    if (from.isAfter(to)) {
      parsing.wrong("from", "expected a day not after 'to', which is " + to);
    }
    Map<String, String> equal = new LinkedHashMap<>();
    for (String column : FILTERS) {
      String code = parsing.one(column);
      if (code != null) {
        equal.put(column, code);
      }
    }
    int limit = parsing.limit();
    parsing.refuseWrong();
    return new SummaryQuery(from, to, equal, limit);
  }

  /** The latest calendar day that has begun anywhere on earth. */
  private static LocalDate latestDay(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
  }

  /** Collects what is wrong, to tell all of it at once. */
  private static final class Parsing {
    private final Map<String, List<String>> parameters;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    Parsing(Map<String, List<String>> parameters) {
      this.parameters = parameters;
    }

    void refuseUnknown(Set<String> also) {
      Set<String> known = new TreeSet<>(also);
      known.addAll(FILTERS);
      known.addAll(COMMON);
      parameters.keySet().stream()
          .filter(name -> !known.contains(name))
          .sorted()
          .forEach(name -> wrong(name, "unknown here; known are " + String.join(", ", known)));
    }

    @Nullable LocalDate day(String name) {
      String text = one(name);
      try {
        if (text == null) {
          return null;
        }
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() >= 1 && day.getYear() <= 9999) {
          return day;
        }
      } catch (DateTimeException e) {
        // told below
      }
      wrong(name, "expected a calendar day such as 2026-08-31");
      return null;
    }

    int limit() {
      String text = one("limit");
      if (text == null) {
        return Page.DEFAULT_LIMIT;
      }
      try {
        int limit = Integer.parseInt(text);
        if (limit >= 1 && limit <= Page.MAX_LIMIT) {
          return limit;
        }
      } catch (NumberFormatException e) {
        // told below
      }
      wrong("limit", "expected 1 to " + Page.MAX_LIMIT);
      return Page.DEFAULT_LIMIT;
    }

    @Nullable String one(String name) {
      List<String> values = parameters.getOrDefault(name, List.of());
      if (values.size() > 1) {
        wrong(name, "expected once");
      }
      if (values.isEmpty() || values.getFirst().isEmpty()) {
        return null;
      }
      if (values.getFirst().indexOf('\0') >= 0) {
        wrong(name, "expected printable characters");
        return null;
      }
      return values.getFirst();
    }

    void wrong(String name, String detail) {
      errors.add(new Problem.FieldError("query:" + name, detail));
    }

    void refuseWrong() {
      if (!errors.isEmpty()) {
        throw Problem.invalid(errors).asException();
      }
    }
  }
}
