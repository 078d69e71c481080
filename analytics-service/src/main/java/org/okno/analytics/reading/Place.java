package org.okno.analytics.reading;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.Series;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.http.Page;
import org.okno.http.Problem;

/** A row's place in the order of pages, and its text in cursors. */
record Place(LocalDate day, String territory, String agency, String channel, String need) {
  // No code holds a control character.
  private static final String SEPARATOR = "\n";

  static Place of(DailySummaryRevised row) {
    String agency = row.agency() == null ? Series.NO_AGENCY : row.agency();
    return new Place(row.day(), row.territory(), agency, row.channel(), row.need());
  }

  /**
   * The place a cursor stands for; null for no cursor.
   *
   * @throws org.okno.http.ProblemException 400 where it is no cursor of ours
   */
  static @Nullable Place of(@Nullable String cursor) {
    String text = Page.place(cursor);
    if (text == null) {
      return null;
    }
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    try {
      if (parts.size() == 5 && text.indexOf('\0') < 0) {
        return new Place(
            LocalDate.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Problem.invalid(
            List.of(
                new Problem.FieldError(
                    "query:cursor", "expected a cursor as this service gave it")))
        .asException();
  }

  String text() {
    return String.join(SEPARATOR, day.toString(), territory, agency, channel, need);
  }

  void addTo(Arguments arguments) throws SQLException {
    arguments.add(day).add(territory).add(agency).add(channel).add(need);
  }
}
