package org.okno.intake.tracking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.sql.BatchInsert;

/** The table {@code feedback}. */
@Singleton
class FeedbackRepository {
  // Two who post at the same time with one number follow one another.
  private static final String LOCK =
      "select id, applicant_id from request where tracking_number = ? for no key update";
  private static final String LATEST =
      "select * from feedback where request_id = ? order by given_at desc, id desc limit 1";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  FeedbackRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** A request and who asked. */
  record Asked(UUID id, UUID applicantId) {}

  /** The request with a number, which gets no other feedback until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<Asked> lock(String trackingNumber) {
    return jdbi.withHandle(
        handle -> handle.createQuery(LOCK).bind(0, trackingNumber).mapTo(Asked.class).findOne());
  }

  /** What was said last. */
  Optional<FeedbackRow> latest(UUID requestId) {
    return jdbi.withHandle(
        handle -> handle.createQuery(LATEST).bind(0, requestId).mapTo(FeedbackRow.class).findOne());
  }

  @Transactional(TxType.MANDATORY)
  void insert(FeedbackRow feedback) {
    batchInsert.insert("feedback", List.of(feedback), "");
  }
}
