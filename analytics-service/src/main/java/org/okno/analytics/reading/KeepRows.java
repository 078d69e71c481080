package org.okno.analytics.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.Series;
import org.okno.consumer.ReceivedEvent;
import org.okno.consumer.Work;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;

/**
 * Keeps the highest revision of each row in the database. Once and many times is the same, so no
 * inbox is needed: a revision that is not higher than the one that is there changes nothing.
 */
final class KeepRows implements Work.IntoDatabase {
  private static final String KEEP_SERIES =
      """
      insert into series (territory, agency, channel, need)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])
      on conflict do nothing
      """;

  private static final String KEEP_ROWS =
      """
      insert into daily_summary as kept (day, territory, agency, channel, need, revision, requests, received, routed,
        in_triage, accepted, resolved, declined, open_at_end, to_decision_median, to_decision_p90,
        to_acceptance_median, to_acceptance_p90, to_outcome_median, to_outcome_p90, revised_at)
      select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
        ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::timestamptz[])
      on conflict (day, territory, agency, channel, need) do update set
        revision = excluded.revision, requests = excluded.requests, received = excluded.received,
        routed = excluded.routed, in_triage = excluded.in_triage, accepted = excluded.accepted,
        resolved = excluded.resolved, declined = excluded.declined, open_at_end = excluded.open_at_end,
        to_decision_median = excluded.to_decision_median, to_decision_p90 = excluded.to_decision_p90,
        to_acceptance_median = excluded.to_acceptance_median, to_acceptance_p90 = excluded.to_acceptance_p90,
        to_outcome_median = excluded.to_outcome_median, to_outcome_p90 = excluded.to_outcome_p90,
        revised_at = excluded.revised_at
      where excluded.revision > kept.revision
      """;

  private final DataSource database;

  KeepRows(DataSource database) {
    this.database = database;
  }

  @Override
  public void apply(List<ReceivedEvent> events) throws SQLException {
    Collection<DailySummaryRevised> rows = latest(events);
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        keepSeries(connection, rows);
        keepRows(connection, rows);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** The highest revision of each row, in the order of keys: two writers never lock crosswise. */
  private static Collection<DailySummaryRevised> latest(List<ReceivedEvent> events) {
    Map<String, DailySummaryRevised> rows = new TreeMap<>();
    for (ReceivedEvent event : events) {
      if (event.event() instanceof DailySummaryRevised row) {
        rows.merge(row.key(), row, (a, b) -> b.revision() > a.revision() ? b : a);
      }
    }
    return rows.values();
  }

  private static void keepSeries(Connection connection, Collection<DailySummaryRevised> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP_SERIES)) {
      Columns<DailySummaryRevised> columns = new Columns<>(insert, rows);
      columns.add("text", DailySummaryRevised::territory);
      columns.add("text", KeepRows::agency);
      columns.add("text", DailySummaryRevised::channel);
      columns.add("text", DailySummaryRevised::need);
      insert.executeUpdate();
    }
  }

  private static void keepRows(Connection connection, Collection<DailySummaryRevised> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP_ROWS)) {
      Columns<DailySummaryRevised> columns = new Columns<>(insert, rows);
      columns.add("text", row -> row.day().toString());
      columns.add("text", DailySummaryRevised::territory);
      columns.add("text", KeepRows::agency);
      columns.add("text", DailySummaryRevised::channel);
      columns.add("text", DailySummaryRevised::need);
      columns.add("bigint", DailySummaryRevised::revision);
      columns.add("bigint", DailySummaryRevised::requests);
      columns.add("bigint", DailySummaryRevised::received);
      columns.add("bigint", DailySummaryRevised::routed);
      columns.add("bigint", DailySummaryRevised::inTriage);
      columns.add("bigint", DailySummaryRevised::accepted);
      columns.add("bigint", DailySummaryRevised::resolved);
      columns.add("bigint", DailySummaryRevised::declined);
      columns.add("bigint", DailySummaryRevised::openAtEnd);
      addDurations(columns, DailySummaryRevised::toDecision);
      addDurations(columns, DailySummaryRevised::toAcceptance);
      addDurations(columns, DailySummaryRevised::toOutcome);
      columns.add("text", row -> row.revisedAt().atOffset(ZoneOffset.UTC).toString());
      insert.executeUpdate();
    }
  }

  private static void addDurations(
      Columns<DailySummaryRevised> columns,
      Function<DailySummaryRevised, @Nullable Durations> durations)
      throws SQLException {
    columns.add("float8", row -> orNull(durations.apply(row), Durations::medianSeconds));
    columns.add("float8", row -> orNull(durations.apply(row), Durations::p90Seconds));
  }

  private static @Nullable Double orNull(
      @Nullable Durations durations, Function<Durations, Double> part) {
    return durations == null ? null : part.apply(durations);
  }

  private static String agency(DailySummaryRevised row) {
    return row.agency() == null ? Series.NO_AGENCY : row.agency();
  }
}
