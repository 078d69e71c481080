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
import org.okno.contracts.Questionnaire;
import org.okno.contracts.SealedData;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;

/** Cases in batches: a constant number of statements for any number of them. */
@Singleton
class OpeningRepository {
  // Two statements: the needs must be read by a snapshot that is younger than the lock.
  private static final String LOCK =
      "select request_id from cases where request_id = any(:ids) order by request_id for update";
  private static final String NEEDS =
      "select * from need where request_id = any(:ids) order by request_id, position";
  private static final String REPLACE =
      """
      on conflict (request_id, id) do update set
        need = excluded.need, status = excluded.status, agency_id = excluded.agency_id, agency_name = excluded.agency_name,
        rule = excluded.rule, rule_version = excluded.rule_version, reason = excluded.reason,
        reason_parameters = excluded.reason_parameters, assigned_at = excluded.assigned_at,
        due_at = excluded.due_at, accepted_at = excluded.accepted_at, started_at = excluded.started_at,
        paused_at = excluded.paused_at, resumed_at = excluded.resumed_at, reopened_at = excluded.reopened_at,
        specialist = excluded.specialist, settled_at = excluded.settled_at, outcome = excluded.outcome,
        decline_reason = excluded.decline_reason, withdrawal = excluded.withdrawal, version = excluded.version
      """;
  private static final String UPDATE_CASES =
      """
      update cases set status = given.status, version = version + given.changes
      from unnest(:ids::uuid[], :statuses::text[], :changes::int[]) as given(request_id, status, changes)
      where cases.request_id = given.request_id
      """;

  // Of a person who was erased nothing sealed is kept.
  private static final String CORRECT_CASE =
      """
      update cases set urgency = :urgency, target_groups = :targetGroups,
        sealed_applicant = case when not applicant_erased then :sealedApplicant end,
        sealed_beneficiary = case when not beneficiary_erased then :sealedBeneficiary end,
        sealed_text = case when not applicant_erased and not beneficiary_erased then :sealedText end
      where request_id = :requestId
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
    batchInsert.insert("need", needs, REPLACE);
    List<NeedRow> rescheduled =
        changed.stream().flatMap(draft -> draft.rescheduledNeeds().stream()).toList();
    deadlines.remove(
        rescheduled.stream().map(NeedRow::requestId).toList(),
        rescheduled.stream().map(NeedRow::id).toList());
    deadlines.insert(changed.stream().flatMap(draft -> draft.deadlines().stream()).toList());
    changed.forEach(draft -> draft.corrected().ifPresent(this::correct));
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

  /** Corrections are rare: one statement each. */
  private void correct(Questionnaire now) {
    SealedData sealed = now.sealed();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(CORRECT_CASE)
                .bind("requestId", now.requestId())
                .bind("urgency", now.urgency())
                .bind("targetGroups", now.targetGroups().toArray(String[]::new))
                .bind("sealedApplicant", Json.write(sealed.applicant()))
                .bind("sealedBeneficiary", Json.write(sealed.beneficiary()))
                .bind("sealedText", Json.write(sealed.text()))
                .execute());
  }
}
