package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.NeedStatus;

/** How many cases and needs there are, by status; counted from the same rows the lists show. */
@Singleton
class CountCases {
  // One statement, so that both counts are of one moment.
  private static final String COUNT =
      """
      select 'case' as kind, status, count(*) from cases group by status
      union all
      select 'need', status, count(*) from need group by status
      """;

  private final DataSource database;

  CountCases(DataSource database) {
    this.database = database;
  }

  /**
   * Counts of one moment. Every status is named, also where there is none.
   *
   * @param total cases
   * @param needs needs of all cases
   */
  record Counts(
      long total, Map<String, Long> byStatus, long needs, Map<String, Long> needsByStatus) {}

  Counts count() throws SQLException {
    Map<String, Long> cases = zeros(CaseStatus.values());
    Map<String, Long> needs = zeros(NeedStatus.values());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        (rows.getString(1).equals("case") ? cases : needs).put(rows.getString(2), rows.getLong(3));
      }
    }
    return new Counts(sum(cases), cases, sum(needs), needs);
  }

  private static Map<String, Long> zeros(Enum<?>[] kinds) {
    Map<String, Long> zeros = new LinkedHashMap<>();
    Arrays.stream(kinds).forEach(kind -> zeros.put(Codes.of(kind), 0L));
    return zeros;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
