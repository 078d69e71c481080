package org.okno.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers which events a consumer has taken in, so that each has its effect once however often it
 * is delivered.
 */
public final class Inbox {
  private static final String TAKE =
      "insert into inbox (consumer, event_id) select ?, unnest(?::uuid[]) on conflict do nothing returning event_id";

  private final String consumer;

  /**
   * @param consumer name of the handler, for example {@code case.decisions}; two handlers never
   *     share one
   */
  public Inbox(String consumer) {
    this.consumer = consumer;
  }

  /**
   * Takes events in, in the caller's transaction and before the work.
   *
   * @return the ids among {@code eventIds} that were not taken in before: only these may be worked
   *     on
   * @throws IllegalStateException if the connection commits by itself
   */
  public Set<UUID> take(Connection connection, Collection<UUID> eventIds) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("take events in only inside the transaction of their work");
    }
    Set<UUID> fresh = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(TAKE)) {
      insert.setString(1, consumer);
      insert.setArray(
          2,
          connection.createArrayOf(
              "uuid", eventIds.stream().distinct().sorted().toArray(UUID[]::new)));
      try (ResultSet taken = insert.executeQuery()) {
        while (taken.next()) {
          fresh.add(taken.getObject(1, UUID.class));
        }
      }
    }
    return fresh;
  }
}
