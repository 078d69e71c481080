package org.okno.intake.correction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.Questionnaire;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;

/** Corrected requests, and the table {@code correction} with the events of that. */
@Singleton
class CorrectionRepository {
  private static final String UPDATE =
      """
      update request set urgency = :urgency, target_groups = :targetGroups::jsonb, needs = :needs::jsonb,
        sealed = :sealed, consent = :consent, removed_needs = removed_needs + :removed, version = version + 1
      where id = :id
      """;
  private static final String STATUSES =
      "select need_id, status from tracked_need where request_id = ?";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  CorrectionRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** A correction with the id of its event in the journal. */
  record CorrectionRow(UUID eventId, UUID requestId, Instant correctedAt) {}

  private record StatusRow(UUID needId, String status) {}

  /** Where the needs of a request stand, by what its case published. */
  Map<UUID, NeedStatus> statuses(UUID requestId) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(STATUSES).bind(0, requestId).mapTo(StatusRow.class).stream()
                .collect(
                    Collectors.toMap(StatusRow::needId, row -> NeedStatus.ofCode(row.status()))));
  }

  /**
   * Stores a correction of a request that is locked.
   *
   * @param removed how many needs it has no more
   */
  @Transactional(TxType.MANDATORY)
  void store(CorrectionRow correction, Questionnaire now, boolean consent, int removed) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(UPDATE)
                .bind("id", now.requestId())
                .bind("urgency", now.urgency())
                .bind("targetGroups", Json.write(now.targetGroups()))
                .bind("needs", Json.write(now.needs()))
                .bind("sealed", Json.write(now.sealed()))
                .bind("consent", consent)
                .bind("removed", removed)
                .execute());
    batchInsert.insert("correction", List.of(correction), "");
  }
}
