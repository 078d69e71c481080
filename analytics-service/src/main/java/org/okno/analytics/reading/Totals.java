package org.okno.analytics.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Sums over rows.
 *
 * <p>Counts add up. Stocks do not: a series has a row only on days with facts, and its stock holds
 * until the next one. So the stock at a day is the sum over all series of the latest row at or
 * before it. By day it is built from what the range began with and the changes since.
 */
@ApplicationScoped
class Totals {
  private static final String BY_DAY =
      """
      with begun as (
        select s.territory, s.agency, s.channel, s.need, l.in_triage, l.open_at_end
        from series s cross join lateral (
          select d.in_triage, d.open_at_end from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need) and d.day < ?
          order by d.day desc limit 1) l
        where true %1$s
      ), changes as (
        select day, requests, received, routed, accepted, resolved, declined,
          in_triage - coalesce(lag(in_triage) over one, 0) as in_triage,
          open_at_end - coalesce(lag(open_at_end) over one, 0) as open_at_end
        from (
          select null::date as day, territory, agency, channel, need, 0 as requests, 0 as received, 0 as routed,
            0 as accepted, 0 as resolved, 0 as declined, in_triage, open_at_end from begun
          union all
          select day, territory, agency, channel, need, requests, received, routed,
            accepted, resolved, declined, in_triage, open_at_end
          from daily_summary s where day between ? and ? %1$s) rows
        window one as (partition by territory, agency, channel, need order by day nulls first)
      ), days as (
        select day, sum(requests), sum(received), sum(routed),
          sum(sum(in_triage)) over (order by day nulls first), sum(accepted), sum(resolved), sum(declined),
          sum(sum(open_at_end)) over (order by day nulls first)
        from changes group by day
      )
      select * from days where day is not null order by day
      """;

  private static final String BY_CODE =
      """
      select code, sum(requests), sum(received), sum(routed), sum(in_triage), sum(accepted), sum(resolved),
        sum(declined), sum(open_at_end)
      from (
        select s.%2$s as code, requests, received, routed, 0 as in_triage, accepted, resolved, declined,
          0 as open_at_end
        from daily_summary s where day between ? and ? %1$s
        union all
        select s.%2$s, 0, 0, 0, l.in_triage, 0, 0, 0, l.open_at_end
        from series s cross join lateral (
          select d.in_triage, d.open_at_end from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need) and d.day <= ?
          order by d.day desc limit 1) l
        where true %1$s) rows
      group by code order by code
      """;

  private final DataSource database;

  Totals(DataSource database) {
    this.database = database;
  }

  /** The totals in the order of days or codes; days and codes without rows are not among them. */
  List<Total> by(By by, SummaryQuery query) throws SQLException {
    String filters =
        query.equal().keySet().stream()
            .map(column -> " and s." + column + " = ?")
            .collect(Collectors.joining());
    String select = (by == By.DAY ? BY_DAY : BY_CODE).formatted(filters, by.column());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(select)) {
      bind(new Arguments(statement), by, query);
      return totals(statement);
    }
  }

  private static void bind(Arguments arguments, By by, SummaryQuery query) throws SQLException {
    if (by == By.DAY) {
      codes(arguments.add(query.from()), query);
      codes(arguments.add(query.from()).add(query.to()), query);
    } else {
      codes(arguments.add(query.from()).add(query.to()), query);
      codes(arguments.add(query.to()), query);
    }
  }

  private static void codes(Arguments arguments, SummaryQuery query) throws SQLException {
    for (String code : query.equal().values()) {
      arguments.add(code);
    }
  }

  private static List<Total> totals(PreparedStatement statement) throws SQLException {
    List<Total> totals = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        totals.add(
            new Total(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9)));
      }
    }
    return totals;
  }
}
