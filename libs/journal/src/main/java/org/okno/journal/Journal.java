package org.okno.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;

/**
 * Appends events to the journal table of a service; Debezium takes them to Kafka after the commit.
 */
public final class Journal {
  // One round trip for any number of events: arrays, not a batch of statements.
  private static final String APPEND =
      """
      insert into journal (event_id, topic, event_key, type, source, time, subject, payload)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      """;

  private final EventCodec codec;

  public Journal(EventCodec codec) {
    this.codec = codec;
  }

  /**
   * Appends events in this order, in the caller's transaction.
   *
   * @throws IllegalStateException if the connection commits by itself: an event outside a
   *     transaction could tell what never happened
   */
  public void append(Connection connection, List<? extends Event> events) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException(
          "append to the journal only inside a transaction, with the change it tells of");
    }
    if (events.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setArray(
          1,
          connection.createArrayOf(
              "uuid", events.stream().map(e -> EventIds.next()).toArray(UUID[]::new)));
      text(insert, 2, events.stream().map(e -> EventType.of(e).topic()).toArray(String[]::new));
      text(insert, 3, events.stream().map(Event::key).toArray(String[]::new));
      text(insert, 4, events.stream().map(e -> EventType.of(e).typeName()).toArray(String[]::new));
      text(
          insert,
          5,
          events.stream().map(e -> EventType.of(e).source().toString()).toArray(String[]::new));
      text(insert, 6, events.stream().map(e -> e.time().toString()).toArray(String[]::new));
      text(insert, 7, events.stream().map(Event::key).toArray(String[]::new));
      text(insert, 8, events.stream().map(codec::text).toArray(String[]::new));
      insert.executeUpdate();
    }
  }

  private static void text(PreparedStatement insert, int index, String[] values)
      throws SQLException {
    insert.setArray(index, insert.getConnection().createArrayOf("text", values));
  }
}
