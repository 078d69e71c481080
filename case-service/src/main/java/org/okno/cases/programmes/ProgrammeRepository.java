package org.okno.cases.programmes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.EventType;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;

/**
 * The table {@code programme}, and the versions of a programme, which are its events. Whoever sees
 * a case sees its programmes: callers look for the case first.
 */
@Singleton
class ProgrammeRepository {
  // The last one of a case: there is one that has not ended at most, and no other begins before.
  private static final String FIND =
      "select * from programme where request_id = ? order by id desc limit 1";
  private static final String VERSIONS =
      """
      select type, payload from journal
      where event_key = :key and type like 'org.okno.case.programme-%' order by seq
      """;
  private static final String CHANGED =
      """
      on conflict (id) do update set status = excluded.status, plan = excluded.plan, consent = excluded.consent,
        last_review = excluded.last_review, completion = excluded.completion, version = excluded.version
      """;
  private static final String UNLESS_OPEN =
      "on conflict (person_id) where status <> 'completed' do nothing";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  ProgrammeRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record JournalRow(String type, String payload) {
    ProgrammeEvent event() {
      return (ProgrammeEvent) Json.read(payload, EventType.named(type).orElseThrow().record());
    }
  }

  /** The newest programme of a case. */
  Optional<ProgrammeRow> find(UUID requestId) {
    return jdbi.withHandle(
        handle -> handle.createQuery(FIND).bind(0, requestId).mapTo(ProgrammeRow.class).findOne());
  }

  /** What happened to a programme, oldest first. */
  List<ProgrammeEvent> versions(UUID requestId, UUID programmeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(VERSIONS)
                .bind("key", requestId.toString())
                .mapTo(JournalRow.class)
                .map(JournalRow::event)
                .filter(event -> event.programme().id().equals(programmeId))
                .list());
  }

  /** Inserts a programme; false where the person has one that has not ended. */
  @Transactional(TxType.MANDATORY)
  boolean insert(ProgrammeRow row) {
    return batchInsert.insert("programme", List.of(row), UNLESS_OPEN) > 0;
  }

  /** Replaces what changed of a programme. */
  @Transactional(TxType.MANDATORY)
  void update(ProgrammeRow row) {
    batchInsert.insert("programme", List.of(row), CHANGED);
  }
}
