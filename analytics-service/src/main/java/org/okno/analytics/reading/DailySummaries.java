package org.okno.analytics.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.Series;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;

/** The rows of the summary, in the order of day, territory, agency, channel, need. */
@ApplicationScoped
class DailySummaries {
  private final DataSource database;

  DailySummaries(DataSource database) {
    this.database = database;
  }

  /**
   * At most {@code limit} rows behind a place.
   *
   * @param place null for the first
   */
  List<DailySummaryRevised> after(@Nullable Place place, SummaryQuery query, int limit)
      throws SQLException {
    String filters =
        query.equal().keySet().stream()
            .map(column -> " and " + column + " = ?")
            .collect(Collectors.joining());
    String behind =
        place == null ? "" : " and (day, territory, agency, channel, need) > (?, ?, ?, ?, ?)";
    String select =
        "select * from daily_summary where day between ? and ?"
            + filters
            + behind
            + " order by day, territory, agency, channel, need limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(select)) {
      Arguments arguments = new Arguments(statement).add(query.from()).add(query.to());
      for (String code : query.equal().values()) {
        arguments.add(code);
      }
      if (place != null) {
        place.addTo(arguments);
      }
      arguments.add(limit);
      return rows(statement);
    }
  }

  private static List<DailySummaryRevised> rows(PreparedStatement statement) throws SQLException {
    List<DailySummaryRevised> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  private static DailySummaryRevised row(ResultSet row) throws SQLException {
    String agency = row.getString("agency");
    return new DailySummaryRevised(
        row.getObject("day", LocalDate.class),
        row.getString("territory"),
        agency.equals(Series.NO_AGENCY) ? null : agency,
        row.getString("channel"),
        row.getString("need"),
        row.getLong("revision"),
        row.getLong("requests"),
        row.getLong("received"),
        row.getLong("routed"),
        row.getLong("in_triage"),
        row.getLong("accepted"),
        row.getLong("resolved"),
        row.getLong("declined"),
        row.getLong("open_at_end"),
        durations(row, "to_decision"),
        durations(row, "to_acceptance"),
        durations(row, "to_outcome"),
        row.getObject("revised_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Durations durations(ResultSet row, String name) throws SQLException {
    double median = row.getDouble(name + "_median");
    return row.wasNull() ? null : new Durations(median, row.getDouble(name + "_p90"));
  }
}
