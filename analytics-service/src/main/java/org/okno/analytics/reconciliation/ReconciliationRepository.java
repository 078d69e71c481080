package org.okno.analytics.reconciliation;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Sums the whole summary: what was asked for, and where it is now. */
@Singleton
class ReconciliationRepository {
  // One statement sees one state of the database.
  private static final String SUM =
      """
      select coalesce(sum(requests), 0) as requests, coalesce(sum(received), 0) as received,
        coalesce(sum(routed), 0) as routed,
        (select coalesce(sum(l.in_triage), 0) from series s cross join lateral (
          select d.in_triage from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need)
          order by d.day desc limit 1) l) as in_triage
      from daily_summary
      """;

  private final Jdbi jdbi;

  ReconciliationRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Sums sums() {
    return jdbi.withHandle(handle -> handle.createQuery(SUM).mapTo(Sums.class).one());
  }

  /** Requests, and needs: received, routed, waiting in triage now. */
  record Sums(long requests, long received, long routed, long inTriage) {
    boolean areBalanced() {
      return received == routed + inTriage;
    }
  }
}
