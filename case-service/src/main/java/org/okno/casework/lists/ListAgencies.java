package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.NeedStatus;

/** The agencies that have needs, with counts that agree with their lists. */
@Singleton
class ListAgencies {
  // Counted from the index of the queues alone; the name is looked up once a group.
  private static final String COUNT =
      """
      select g.agency_id, name.agency_name, g.status, g.needs, g.overdue from (
        select agency_id, status, count(*) as needs,
          count(*) filter (where due_at < ?::timestamptz and status in ('assigned', 'accepted')) as overdue
        from need where agency_id is not null group by agency_id, status) g
      cross join lateral (
        select agency_name from need n where n.agency_id = g.agency_id and n.status = g.status
        order by n.due_at desc limit 1) name
      order by g.agency_id, g.status
      """;

  private final DataSource database;
  private final Clock clock;

  ListAgencies(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * An agency with how many needs it has.
   *
   * @param overdue needs that are due before now and not settled
   */
  record AgencyLoad(
      String id,
      String name,
      long assigned,
      long accepted,
      long resolved,
      long declined,
      long overdue) {}

  private record Group(String id, String name, String status, long needs, long overdue) {}

  /** All agencies, by id. */
  List<AgencyLoad> all() throws SQLException {
    Map<String, List<Group>> byAgency = new TreeMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setString(1, clock.instant().toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Group group = read(rows);
          byAgency.computeIfAbsent(group.id(), id -> new ArrayList<>()).add(group);
        }
      }
    }
    return byAgency.values().stream().map(ListAgencies::load).toList();
  }

  private static Group read(ResultSet row) throws SQLException {
    return new Group(
        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
  }

  private static AgencyLoad load(List<Group> groups) {
    return new AgencyLoad(
        groups.getFirst().id(),
        groups.getFirst().name(),
        needs(groups, NeedStatus.ASSIGNED),
        needs(groups, NeedStatus.ACCEPTED),
        needs(groups, NeedStatus.RESOLVED),
        needs(groups, NeedStatus.DECLINED),
        groups.stream().mapToLong(Group::overdue).sum());
  }

  private static long needs(List<Group> groups, NeedStatus status) {
    return groups.stream()
        .filter(group -> group.status().equals(Codes.of(status)))
        .mapToLong(Group::needs)
        .sum();
  }
}
