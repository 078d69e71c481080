package org.okno.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sums the whole summary: what was asked for, and where it is now. */
@ApplicationScoped
class Ledger {
  // One statement sees one state of the database.
  private static final String SUM =
      """
      select coalesce(sum(requests), 0), coalesce(sum(received), 0), coalesce(sum(routed), 0),
        (select coalesce(sum(l.in_triage), 0) from series s cross join lateral (
          select d.in_triage from daily_summary d
          where (d.territory, d.agency, d.channel, d.need) = (s.territory, s.agency, s.channel, s.need)
          order by d.day desc limit 1) l)
      from daily_summary
      """;

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  Sums sums() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SUM);
        ResultSet sums = statement.executeQuery()) {
      sums.next();
      return new Sums(sums.getLong(1), sums.getLong(2), sums.getLong(3), sums.getLong(4));
    }
  }

  /** Requests, and needs: received, routed, waiting in triage now. */
  record Sums(long requests, long received, long routed, long inTriage) {
    boolean areBalanced() {
      return received == routed + inTriage;
    }
  }
}
