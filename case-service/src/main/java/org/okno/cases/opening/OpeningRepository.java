package org.okno.cases.opening;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.cases.deadlines.DeadlineRepository;
import org.okno.cases.needs.NeedRow;
import org.okno.sql.BatchInsert;

/** Cases in batches: a constant number of statements for any number of them. */
@Singleton
class OpeningRepository {
  // Two statements: the needs must be read by a snapshot that is younger than the lock.
  private static final String LOCK =
      "select request_id from cases where request_id = any(:ids) order by request_id for update";
  private static final String NEEDS =
      "select * from need where request_id = any(:ids) order by request_id, position";
  private static final String REPLACE_ASSIGNMENT =
      """
      on conflict (request_id, id) do update set
        need = excluded.need, status = excluded.status, agency_id = excluded.agency_id, agency_name = excluded.agency_name,
        rule = excluded.rule, rule_version = excluded.rule_version, reason = excluded.reason,
        reason_parameters = excluded.reason_parameters, assigned_at = excluded.assigned_at,
        due_at = excluded.due_at, accepted_at = null, started_at = null, paused_at = null, resumed_at = null,
        reopened_at = null, specialist = null, settled_at = null, outcome = null, decline_reason = null,
        version = excluded.version
      """;
  private static final String UPDATE_CASES =
      """
      update cases set status = given.status, version = version + given.changes
      from unnest(:ids::uuid[], :statuses::text[], :changes::int[]) as given(request_id, status, changes)
      where cases.request_id = given.request_id
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;
  private final DeadlineRepository deadlines;

  OpeningRepository(Jdbi jdbi, BatchInsert batchInsert, DeadlineRepository deadlines) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
    this.deadlines = deadlines;
  }

  /**
   * Inserts cases with their needs; the unique key decides which of them are new.
   *
   * @return the ids of the new ones
   */
  @Transactional(TxType.MANDATORY)
  Set<UUID> insert(List<CaseDraft> drafts) {
    // Sorted: two writers of the same cases wait for each other, and never crosswise.
    List<CaseRow> rows =
        drafts.stream()
            .map(CaseDraft::row)
            .sorted(Comparator.comparing(CaseRow::requestId))
            .toList();
    Set<UUID> inserted =
        batchInsert.insertReturning(
            "cases", rows, "on conflict (request_id) do nothing returning request_id", UUID.class);
    List<CaseDraft> opened =
        drafts.stream().filter(draft -> inserted.contains(draft.requestId())).toList();
    batchInsert.insert(
        "need", opened.stream().flatMap(draft -> draft.needs().stream()).toList(), "");
    deadlines.insert(opened.stream().flatMap(draft -> draft.deadlines().stream()).toList());
    return inserted;
  }

  /** The needs of cases by request, in their order; nobody else changes them until the commit. */
  @Transactional(TxType.MANDATORY)
  Map<UUID, List<NeedRow>> lockedNeeds(List<UUID> requestIds) {
    UUID[] ids = requestIds.toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          handle.createQuery(LOCK).bind("ids", ids).mapTo(UUID.class).list();
          return handle.createQuery(NEEDS).bind("ids", ids).mapTo(NeedRow.class).stream()
              .collect(groupingBy(NeedRow::requestId));
        });
  }

  /** Writes what decisions changed in cases that were locked. */
  @Transactional(TxType.MANDATORY)
  void update(List<CaseDraft> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<NeedRow> needs = changed.stream().flatMap(draft -> draft.changedNeeds().stream()).toList();
    batchInsert.insert("need", needs, REPLACE_ASSIGNMENT);
    deadlines.remove(
        needs.stream().map(NeedRow::requestId).toList(), needs.stream().map(NeedRow::id).toList());
    deadlines.insert(changed.stream().flatMap(draft -> draft.deadlines().stream()).toList());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(UPDATE_CASES)
                .bind("ids", changed.stream().map(CaseDraft::requestId).toArray(UUID[]::new))
                .bind(
                    "statuses",
                    changed.stream().map(draft -> draft.status().code()).toArray(String[]::new))
                .bind("changes", changed.stream().map(CaseDraft::changes).toArray(Integer[]::new))
                .execute());
  }
}
