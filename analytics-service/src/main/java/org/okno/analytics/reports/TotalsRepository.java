package org.okno.analytics.reports;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.okno.identity.Rows;

/**
 * Sums over rows.
 *
 * <p>Counts add up. Stocks do not: a series has a row only on days with facts, and its stock holds
 * until the next one. So the stock at a day is the sum over all series of the latest row at or
 * before it. By day it is built from what the range began with and the changes since.
 */
@Singleton
class TotalsRepository {
  private static final String BY_DAY =
      """
      with begun as (
        select s.territory, s.agency, s.channel, s.need, l.in_triage, l.open_at_end
        from series s cross join lateral (
          select d.in_triage, d.open_at_end from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need) and d.day < :from
          order by d.day desc limit 1) l
        where true %1$s
      ), changes as (
        select day, requests, received, routed, accepted, resolved, declined, returned, reopened, withdrawn,
          in_triage - coalesce(lag(in_triage) over one, 0) as in_triage,
          open_at_end - coalesce(lag(open_at_end) over one, 0) as open_at_end
        from (
          select null::date as day, territory, agency, channel, need, 0 as requests, 0 as received, 0 as routed,
            0 as accepted, 0 as resolved, 0 as declined, 0 as returned, 0 as reopened, 0 as withdrawn,
            in_triage, open_at_end from begun
          union all
          select day, territory, agency, channel, need, requests, received, routed,
            accepted, resolved, declined, returned, reopened, withdrawn, in_triage, open_at_end
          from daily_summary s where day between :from and :to %1$s) rows
        window one as (partition by territory, agency, channel, need order by day nulls first)
      ), days as (
        select day, sum(requests)::bigint as requests, sum(received)::bigint as received, sum(routed)::bigint as routed,
          sum(sum(in_triage)) over (order by day nulls first)::bigint as in_triage, sum(accepted)::bigint as accepted,
          sum(resolved)::bigint as resolved, sum(declined)::bigint as declined,
          sum(returned)::bigint as returned, sum(reopened)::bigint as reopened, sum(withdrawn)::bigint as withdrawn,
          sum(sum(open_at_end)) over (order by day nulls first)::bigint as open_at_end
        from changes group by day
      )
      select days.*, day::text as of from days where day is not null order by day
      """;

  private static final String BY_CODE =
      """
      select code as of, sum(requests)::bigint as requests, sum(received)::bigint as received, sum(routed)::bigint as routed,
        sum(in_triage)::bigint as in_triage, sum(accepted)::bigint as accepted, sum(resolved)::bigint as resolved,
        sum(declined)::bigint as declined, sum(returned)::bigint as returned, sum(reopened)::bigint as reopened,
        sum(withdrawn)::bigint as withdrawn, sum(open_at_end)::bigint as open_at_end
      from (
        select s.%2$s as code, requests, received, routed, 0 as in_triage, accepted, resolved, declined,
          returned, reopened, withdrawn, 0 as open_at_end
        from daily_summary s where day between :from and :to %1$s
        union all
        select s.%2$s, 0, 0, 0, l.in_triage, 0, 0, 0, 0, 0, 0, l.open_at_end
        from series s cross join lateral (
          select d.in_triage, d.open_at_end from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need) and d.day <= :to
          order by d.day desc limit 1) l
        where true %1$s) rows
      group by code order by code
      """;

  private final Jdbi jdbi;

  TotalsRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The totals in the order of days or codes; days and codes without rows are not among them. */
  List<Total> sum(TotalsBy by, SummaryQuery query, Rows permitted) {
    String sql =
        (by == TotalsBy.DAY ? BY_DAY : BY_CODE)
            .formatted(query.filters("s", permitted), by.column());
    return jdbi.withHandle(
        handle ->
            handle.createQuery(sql).bindMap(query.parameters(permitted)).mapTo(Total.class).list());
  }
}
