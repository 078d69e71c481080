package org.okno.cases.deadlines;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.sql.BatchInsert;

/** The table {@code deadline}. */
@Singleton
public class DeadlineRepository {
  private static final String REMOVE =
      """
      delete from deadline d using unnest(:requestIds::uuid[], :needIds::uuid[]) as given(request_id, need_id)
      where d.request_id = given.request_id and d.need_id = given.need_id
      """;
  // Whoever locks the case appends its events next: the journal has them in the order of the
  // commits. A row that another runner or a step of an agency has locked is left to the next look.
  // The timers are picked before anything is joined: their index ends the search.
  private static final String DUE =
      """
      select d.*, n.need, n.version as need_version, n.agency_id, n.agency_name,
        c.channel, c.territory, c.zone, c.requested_at, coalesce(a.opening_hours, '{}') as opening_hours
      from (select * from deadline where step_at <= :now order by step_at limit :limit
        for update skip locked) d
      join cases c on c.request_id = d.request_id
      join need n on n.request_id = d.request_id and n.id = d.need_id
      left join agency a on a.id = n.agency_id
      order by d.step_at
      for update of c skip locked
      """;
  private static final String OF_NEED =
      """
      select d.*, coalesce(a.opening_hours, '{}') as opening_hours
      from deadline d
      join need n on n.request_id = d.request_id and n.id = d.need_id
      left join agency a on a.id = n.agency_id
      where d.request_id = :requestId and d.need_id = :needId
      """;
  private static final String STEP_TAKEN =
      """
      on conflict (request_id, need_id, kind) do update set
        step_at = excluded.step_at, steps = excluded.steps, level = excluded.level
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  DeadlineRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** A deadline with the hours of the agency that has the need. */
  record OpenDeadline(DeadlineRow deadline, List<String> openingHours) {}

  /** The deadlines of a need. */
  List<OpenDeadline> ofNeed(UUID requestId, UUID needId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_NEED)
                .bind("requestId", requestId)
                .bind("needId", needId)
                .mapTo(OpenDeadline.class)
                .list());
  }

  /** Inserts the deadlines of new cases. */
  @Transactional(TxType.MANDATORY)
  public void insert(List<DeadlineRow> rows) {
    batchInsert.insert("deadline", rows, "");
  }

  /** Removes all deadlines of these needs. */
  @Transactional(TxType.MANDATORY)
  public void remove(List<UUID> requestIds, List<UUID> needIds) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REMOVE)
                .bind("requestIds", requestIds.toArray(UUID[]::new))
                .bind("needIds", needIds.toArray(UUID[]::new))
                .execute());
  }

  /** Steps to be taken now, earliest first; nobody else takes them until the commit. */
  @Transactional(TxType.MANDATORY)
  List<DueStep> due(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(DUE)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(DueStep.class)
                .list());
  }

  /** Writes that steps were taken. */
  @Transactional(TxType.MANDATORY)
  void update(Collection<DeadlineRow> rows) {
    batchInsert.insert("deadline", List.copyOf(rows), STEP_TAKEN);
  }
}
