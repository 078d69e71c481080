package org.okno.analytics.reconciliation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
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

  // The triage of a series now is that of its last day.
  private static final String BALANCES =
      """
      select channel, sum(received) as received, sum(routed) + sum(in_triage) as decided from (
        select s.channel, t.received, t.routed, l.in_triage from series s
          cross join lateral (
            select sum(d.received) as received, sum(d.routed) as routed from daily_summary d
            where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need)) t
          cross join lateral (
            select d.in_triage from daily_summary d
            where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need)
            order by d.day desc limit 1) l) one
      group by channel
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

  Sums sums() {
    return jdbi.withHandle(handle -> handle.createQuery(SUM).mapTo(Sums.class).one());
  }

  /** Needs received and decided, by channel, over all days. */
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

  /** Requests, and needs: received, routed, waiting in triage now. */
  record Sums(long requests, long received, long routed, long inTriage) {
    boolean areBalanced() {
      return received == routed + inTriage;
    }
  }
}
