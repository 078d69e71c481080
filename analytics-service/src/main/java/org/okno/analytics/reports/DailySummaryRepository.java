package org.okno.analytics.reports;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.identity.Rows;
import org.okno.sql.BatchInsert;

/** The rows of the summary, in the order of day, territory, agency, channel, need. */
@Singleton
class DailySummaryRepository {
  private static final String UPSERT =
      """
      on conflict (day, territory, agency, channel, need) do update set
        revision = excluded.revision, requests = excluded.requests, received = excluded.received,
        routed = excluded.routed, in_triage = excluded.in_triage, accepted = excluded.accepted,
        resolved = excluded.resolved, declined = excluded.declined, returned = excluded.returned,
        reopened = excluded.reopened, withdrawn = excluded.withdrawn, open_at_end = excluded.open_at_end,
        to_decision_median = excluded.to_decision_median, to_decision_p90 = excluded.to_decision_p90,
        to_acceptance_median = excluded.to_acceptance_median, to_acceptance_p90 = excluded.to_acceptance_p90,
        to_outcome_median = excluded.to_outcome_median, to_outcome_p90 = excluded.to_outcome_p90,
        revised_at = excluded.revised_at
      where excluded.revision > %s.revision
      """;
  private static final String SHOWN = "daily_summary";
  private static final String RECOUNTED = "recounted_summary";

  // Until the end of the transaction: the tables do not change their roles meanwhile.
  private static final String SHOWN_RECOUNT = "select shown from summary_recount for share";
  private static final String PAGE =
      """
      select day, territory, nullif(agency, '-') as agency, channel, need, revision, requests, received, routed,
        in_triage, accepted, resolved, declined, returned, reopened, withdrawn, open_at_end,
        to_decision_median, to_decision_p90, to_acceptance_median, to_acceptance_p90, to_outcome_median, to_outcome_p90, revised_at
      from daily_summary s where day between :from and :to %s %s
      order by day, territory, s.agency, channel, need limit :limit
      """;
  private static final String BEHIND =
      "and (day, territory, agency, channel, need) > (:day, :lastTerritory, :lastAgency,"
          + " :lastChannel, :lastNeed)";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  DailySummaryRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** What a row counts through the days. */
  private record SeriesRow(String territory, String agency, String channel, String need) {
    static final Comparator<SeriesRow> ORDER =
        Comparator.comparing(SeriesRow::territory)
            .thenComparing(SeriesRow::agency)
            .thenComparing(SeriesRow::channel)
            .thenComparing(SeriesRow::need);

    static SeriesRow of(DailySummaryRow row) {
      return new SeriesRow(
          row.territory(), requireNonNull(row.agency()), row.channel(), row.need());
    }
  }

  /**
   * Keeps each row unless a revision at least as high is stored. What an earlier recount than the
   * shown one counted is ignored, what a later one counted is not shown yet. In a transaction.
   *
   * @param recount by which all the rows were counted
   * @param rows in the order of their keys: two writers never lock crosswise
   */
  void save(int recount, List<DailySummaryRow> rows) {
    int shown =
        jdbi.withHandle(handle -> handle.createQuery(SHOWN_RECOUNT).mapTo(Integer.class).one());
    if (recount == shown) {
      batchInsert.insert(
          "series",
          rows.stream().map(SeriesRow::of).distinct().sorted(SeriesRow.ORDER).toList(),
          "on conflict do nothing");
      batchInsert.insert(SHOWN, rows, UPSERT.formatted(SHOWN));
    } else if (recount > shown) {
      batchInsert.insert(RECOUNTED, rows, UPSERT.formatted(RECOUNTED));
    }
  }

  /**
   * At most {@code limit} rows behind a cursor.
   *
   * @param cursor null for the first
   */
  List<DailySummaryRow> page(
      @Nullable Cursor cursor, SummaryQuery query, Rows permitted, int limit) {
    String sql = PAGE.formatted(query.filters("s", permitted), cursor == null ? "" : BEHIND);
    return jdbi.withHandle(
        handle -> {
          var select =
              handle.createQuery(sql).bindMap(query.parameters(permitted)).bind("limit", limit);
          if (cursor != null) {
            LocalDate day = cursor.day(0);
            select
                .bind("day", day)
                .bind("lastTerritory", text(cursor, 1))
                .bind("lastAgency", text(cursor, 2))
                .bind("lastChannel", text(cursor, 3))
                .bind("lastNeed", text(cursor, 4));
          }
          return select.mapTo(DailySummaryRow.class).list();
        });
  }

  private static String text(Cursor cursor, int index) {
    return cursor.part(index, part -> part);
  }
}
