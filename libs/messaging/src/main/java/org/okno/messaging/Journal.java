package org.okno.messaging;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Update;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;
import org.okno.sql.BatchInsert;

/**
 * Appends events to the journal table of a service; Debezium publishes them to Kafka after the
 * commit.
 */
@Singleton
public class Journal {
  private static final String TABLE = "journal";

  private final BatchInsert batchInsert;

  Journal(BatchInsert batchInsert) {
    this.batchInsert = batchInsert;
  }

  private record JournalRow(
      UUID eventId,
      String topic,
      String eventKey,
      String type,
      String source,
      String time,
      String subject,
      String payload) {}

  /**
   * Appends events in this order, in the current transaction: outside of one an event could record
   * what never happened.
   */
  @Transactional(TxType.MANDATORY)
  public void append(List<? extends Event> events) {
    batchInsert.insert(TABLE, rows(events), "");
  }

  /**
   * Appends an event under an id that a row of the same transaction names.
   *
   * @param eventId a new one
   */
  @Transactional(TxType.MANDATORY)
  public void append(UUID eventId, Event event) {
    batchInsert.insert(TABLE, List.of(row(eventId, event)), "");
  }

  /**
   * Makes a change and appends its events by one statement that commits by itself.
   *
   * @param change common table expressions, the last of which is {@code changed} and returns a row
   *     where something changed
   * @param binding of the parameters of the change, by name
   * @return false if nothing changed; nothing is appended then
   */
  @Transactional(TxType.NEVER)
  public boolean appendIfChanged(
      String change, Consumer<Update> binding, List<? extends Event> events) {
    return batchInsert.insertWith(
            change, binding, TABLE, rows(events), "where exists (select from changed)")
        > 0;
  }

  private static List<JournalRow> rows(List<? extends Event> events) {
    return events.stream().map(event -> row(EventIds.next(), event)).toList();
  }

  private static JournalRow row(UUID eventId, Event event) {
    EventType type = EventType.of(event);
    return new JournalRow(
        eventId,
        type.topic(),
        event.key(),
        type.typeName(),
        type.source().toString(),
        event.time().toString(),
        event.key(),
        Json.write(event));
  }
}
