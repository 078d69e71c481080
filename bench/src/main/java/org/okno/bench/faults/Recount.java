package org.okno.bench.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;

/** Counts again, from the databases of intake and case, what the daily summary counted. */
final class Recount {

  private static final String RECEIVED =
      """
      with asked as (
        select (requested_at at time zone zone)::date::text as day, territory, channel,
          n.value ->> 'need' as need, n.place
        from request cross join lateral jsonb_array_elements(needs) with ordinality n(value, place))
      select day, territory, '-', channel, need, 'received', count(*) from asked group by 1, 2, 4, 5
      union all
      select day, territory, '-', channel, need, 'requests', count(*) from asked
      where place = 1 group by 1, 2, 4, 5
      """;

  private static final String IN_CASES =
      """
      with step as (
        select payload::jsonb as e, split_part(type, '.', 4) as name from journal
        where type ~ 'need-(accepted|declined|resolved)'),
      fact as (
        select e #>> '{need,territory,zone}' as zone, e #>> '{need,territory,code}' as territory,
          e #>> '{agency,id}' as agency, e #>> '{need,channel}' as channel,
          e #>> '{need,need}' as need, substr(name, 6) as measure,
          coalesce(e ->> 'acceptedAt', e ->> 'declinedAt', e ->> 'resolvedAt')::timestamptz as at
        from step
        union all
        select zone, territory, agency_id, channel, need, 'routed', assigned_at
        from need join cases using (request_id) where agency_id is not null)
      select (at at time zone zone)::date::text, territory, agency, channel, need, measure, count(*)
      from fact group by 1, 2, 3, 4, 5, 6
      union all
      select 'last', territory, agency_id, channel, need, 'open', count(*)
      from need n join cases using (request_id) where n.status in ('assigned', 'accepted', 'in-progress', 'waiting-for-applicant')
      group by 2, 3, 4, 5
      union all
      select 'last', territory, '-', channel, need, 'in-triage', count(*)
      from need n join cases using (request_id) where n.status = 'in-triage'
      group by 2, 4, 5
      """;

  private static final String SUMMARY =
      """
      with latest as (
        select distinct on (territory, agency, channel, need) * from daily_summary
        order by territory, agency, channel, need, day desc),
      number as (
        select day::text, territory, agency, channel, need, measure, n from daily_summary
        cross join lateral (values ('requests', requests), ('received', received),
          ('routed', routed), ('accepted', accepted), ('resolved', resolved),
          ('declined', declined)) m(measure, n)
        union all
        select 'last', territory, agency, channel, need, measure, n from latest
        cross join lateral (values ('open', open_at_end), ('in-triage', in_triage)) m(measure, n))
      select * from number where n <> 0
      """;

  private final Postgres postgres;

  Recount(Postgres postgres) {
    this.postgres = postgres;
  }

  /** What the summary should hold; no cell is 0. */
  Map<Cell, Long> expected() {
    Map<Cell, Long> cells = new HashMap<>(cells(Part.INTAKE, RECEIVED));
    cells.putAll(cells(Part.CASE, IN_CASES));
    return cells;
  }

  /** What the summary holds; no cell is 0. */
  Map<Cell, Long> summary() {
    return cells(Part.ANALYTICS, SUMMARY);
  }

  private Map<Cell, Long> cells(Part service, String query) {
    Map<Cell, Long> cells = new HashMap<>();
    try (Connection connection = postgres.connect(service.label());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        cells.put(cell(row), row.getLong(7));
      }
      return cells;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot count in the database of " + service, e);
    }
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
