package org.okno.analytics.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.okno.analytics.facts.Series;

/**
 * The key of a row: a series and a day. As text, the days of one series are adjacent and in their
 * order.
 *
 * @param day of the years 1 to 9999, so that its text sorts as it does
 */
record RowKey(Series series, LocalDate day) {
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(Series.SEPARATOR));

  static RowKey of(String text) {
    List<String> parts = List.of(SEPARATOR.split(text, -1));
    String agency = parts.get(1).equals(Series.NO_AGENCY) ? null : parts.get(1);
    return new RowKey(
        new Series(parts.get(0), agency, parts.get(2), parts.get(3)),
        LocalDate.parse(parts.get(4)));
  }

  String text() {
    return text(day.toString());
  }

  /** Sorts before every day of the series. */
  String beforeAll() {
    return text("");
  }

  /** Sorts directly behind this day and before the next. */
  String behind() {
    return text(day + " ");
  }

  /** Sorts behind every day of the series. */
  String behindAll() {
    return text("~");
  }

  private String text(String dayText) {
    return series.key() + Series.SEPARATOR + dayText;
  }
}
