package org.okno.bench.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Counts the cases of requests that were posted after its creation. Request ids grow with time, so
 * it queries only new ones: counting all, ten times a second, would cost more the more are stored,
 * and disturb the measurement.
 */
public final class NewCaseCounter implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement count;

  /**
   * @param connection to the case service's database; closed with this
   */
  NewCaseCounter(Connection connection) throws SQLException {
    this.connection = connection;
    this.count =
        connection.prepareStatement(
            "select count(*) from cases where request_id > '%s'".formatted(newest(connection)));
  }

  /** How many there are now. */
  public long now() {
    try (ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot count the cases", e);
    }
  }

  /**
   * Waits until there are this many.
   *
   * @return nanoseconds from {@code begin}, which is a {@link System#nanoTime}, until then
   * @throws IllegalStateException when the count is below it and does not change for {@code
   *     timeout}
   */
  public long await(long wanted, long begin, Duration timeout) throws InterruptedException {
    long seen = -1;
    long changed = System.nanoTime();
    while (seen < wanted) {
      long now = now();
      if (now != seen) {
        seen = now;
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > timeout.toNanos()) {
        throw new IllegalStateException("%d new cases wanted, still %d".formatted(wanted, seen));
      }
      Thread.sleep(seen < wanted ? 100 : 0);
    }
    return System.nanoTime() - begin;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select coalesce((select request_id from cases order by 1 desc limit 1),"
                    + " '00000000-0000-0000-0000-000000000000')")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
