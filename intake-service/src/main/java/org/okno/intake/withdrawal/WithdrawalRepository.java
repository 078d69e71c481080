package org.okno.intake.withdrawal;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.sql.BatchInsert;

/** The table {@code withdrawal}: one row a request at most. */
@Singleton
class WithdrawalRepository {
  private static final String FIND =
      "select request_id, reason, withdrawn_at from withdrawal where request_id = ?";
  private static final String STATUSES = "select status from tracked_need where request_id = ?";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  WithdrawalRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /**
   * A row.
   *
   * @param eventId id of its event in the journal
   */
  record WithdrawalRow(UUID requestId, UUID eventId, String reason, Instant withdrawnAt) {}

  /** The withdrawal of a request; empty where it is not withdrawn. */
  Optional<StoredWithdrawal> find(UUID requestId) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(FIND).bind(0, requestId).mapTo(StoredWithdrawal.class).findOne());
  }

  /** Where the request stands, by what its case published. */
  RequestStatus status(UUID requestId) {
    return RequestStatus.of(
        jdbi.withHandle(
            handle ->
                handle.createQuery(STATUSES).bind(0, requestId).mapTo(String.class).stream()
                    .map(NeedStatus::ofCode)
                    .toList()));
  }

  @Transactional(TxType.MANDATORY)
  void insert(WithdrawalRow withdrawal) {
    batchInsert.insert("withdrawal", List.of(withdrawal), "");
  }
}
