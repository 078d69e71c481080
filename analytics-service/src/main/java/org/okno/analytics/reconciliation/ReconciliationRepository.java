package org.okno.analytics.reconciliation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Sums the whole summary: what was asked for, and where it is now. */
@Singleton
class ReconciliationRepository {
  // One statement sees one state of the database. The triage of a series now is that of its last
  // day.
  private static final String BALANCES =
      """
      select d.channel, sum(d.requests) as requests, sum(d.received) as received, sum(d.routed) as routed,
        sum(d.returned) as returned, coalesce(sum(d.withdrawn) filter (where d.agency = '-'), 0) as withdrawn,
        min(t.in_triage) as in_triage
      from daily_summary d join (
        select s.channel, sum(l.in_triage) as in_triage from series s cross join lateral (
          select d.in_triage from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need)
          order by d.day desc limit 1) l
        group by s.channel) t on t.channel = d.channel
      group by d.channel
      """;
  private static final String COUNTED =
      """
      select day, channel, sum(requests) as requests, sum(received) as needs from daily_summary
      where day between ? and ? group by day, channel having sum(requests) > 0
      """;

  private final Jdbi jdbi;

  ReconciliationRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What came in and where it is, by channel, over all days. */
  List<ChannelBalance> balances() {
    return jdbi.withHandle(
        handle -> handle.createQuery(BALANCES).mapTo(ChannelBalance.class).list());
  }

  /** What came in on these days, by day and channel. */
  List<ChannelCount> counted(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(COUNTED).bind(0, from).bind(1, to).mapTo(ChannelCount.class).list());
  }
}
