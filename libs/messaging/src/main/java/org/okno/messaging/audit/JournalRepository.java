package org.okno.messaging.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;
import org.okno.messaging.JournalRecord;

/** Reads the journal. */
@Singleton
class JournalRepository {
  private static final String NEWEST = "select event_id from journal order by seq desc limit 1";
  // Ids sort by the time they were made, nearly as seq does.
  private static final String LAST_BEFORE =
      "select seq from journal where event_id < ? order by event_id desc limit 1";
  // A compacted topic keeps the newest event of a key: that an older one is absent says nothing.
  private static final String AFTER =
      """
      select seq, event_id, topic from journal
      where seq > ? and topic <> '%s' order by seq limit ?
      """
          .formatted(Topics.DIRECTORY);
  private static final String IN_ORDER =
      "select event_id from journal where event_id = any(?) order by seq";
  private static final String RECORDS =
      "select * from journal where event_id = any(?) order by seq";

  private final Jdbi jdbi;

  JournalRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** When the newest event was appended; empty while there is none. */
  Optional<Instant> newest() {
    return jdbi.withHandle(
        handle -> handle.createQuery(NEWEST).mapTo(UUID.class).findOne().map(EventIds::madeAt));
  }

  /** The position of the last event that was appended before a time; 0 where there is none. */
  long lastBefore(Instant time) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LAST_BEFORE)
                .bind(0, EventIds.lowestAt(time))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** The next entries behind a position, in their order. */
  List<JournalEntry> after(long seq, int limit) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(AFTER).bind(0, seq).bind(1, limit).mapTo(JournalEntry.class).list());
  }

  /** Ids in the order of the journal. */
  List<UUID> inOrder(Collection<UUID> eventIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(IN_ORDER)
                .bind(0, eventIds.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
  }

  /** Whole events, in the order of the journal. */
  List<JournalRecord> records(Collection<UUID> eventIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RECORDS)
                .bind(0, eventIds.toArray(UUID[]::new))
                .mapTo(JournalRecord.class)
                .list());
  }
}
