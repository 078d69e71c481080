package org.okno.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;

/**
 * Appends events to the journal table of a service; Debezium takes them to Kafka after the commit.
 */
public final class Journal {
  /**
   * The insert of events, to be bound by {@link #bind}. A statement that changes and tells at once
   * goes on after it, such as {@code where exists (select from changed)}.
   */
  // One round trip for any number of events: arrays, not a batch of statements.
  public static final String INSERT =
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
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(insert, 1, events);
      insert.executeUpdate();
    }
  }

  /**
   * Gives {@link #INSERT} its events, in this order.
   *
   * @param first index of its first parameter in the statement
   */
  public void bind(PreparedStatement insert, int first, List<? extends Event> events)
      throws SQLException {
    UUID[] ids = events.stream().map(event -> EventIds.next()).toArray(UUID[]::new);
    insert.setArray(first, insert.getConnection().createArrayOf("uuid", ids));
    List<Function<Event, String>> texts =
        List.of(
            event -> EventType.of(event).topic(),
            Event::key,
            event -> EventType.of(event).typeName(),
            event -> EventType.of(event).source().toString(),
            event -> event.time().toString(),
            Event::key,
            codec::text);
    for (int i = 0; i < texts.size(); i++) {
      text(insert, first + 1 + i, events.stream().map(texts.get(i)).toArray(String[]::new));
    }
  }

  private static void text(PreparedStatement insert, int index, String[] values)
      throws SQLException {
    insert.setArray(index, insert.getConnection().createArrayOf("text", values));
  }
}
