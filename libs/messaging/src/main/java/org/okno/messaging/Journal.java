package org.okno.messaging;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;
import org.okno.sql.BatchInsert;

/**
 * Appends events to the journal table of a service; Debezium publishes them to Kafka after the
 * commit.
 */
@Singleton
public class Journal {
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
    batchInsert.insert("journal", events.stream().map(Journal::row).toList(), "");
  }

  private static JournalRow row(Event event) {
    EventType type = EventType.of(event);
    return new JournalRow(
        EventIds.next(),
        type.topic(),
        event.key(),
        type.typeName(),
        type.source().toString(),
        event.time().toString(),
        event.key(),
        Json.write(event));
  }
}
