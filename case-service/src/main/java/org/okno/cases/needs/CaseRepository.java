package org.okno.cases.needs;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.okno.cases.deadlines.DeadlineRow;
import org.okno.cases.deadlines.MoveDeadlines.Moved;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.messaging.Journal;
import org.okno.messaging.Json;

/** Cases with their needs, one by one. */
@Singleton
public class CaseRepository {
  // One statement, so that the version of the case fits its needs.
  private static final String FIND =
      """
      select c.tracking_number, c.channel, c.territory, c.zone, c.requested_at, c.received_at, c.opened_at,
        c.urgency, c.target_groups, c.territory_candidates, c.applicant_id, c.beneficiary_id, c.applicant_erased,
        c.beneficiary_erased, c.version as case_version, n.*, %s as is_referred
      from cases c join need n on n.request_id = c.request_id
      where c.request_id = :requestId
      """;
  private static final String REFERRED_NEED =
      "exists (select from referral r where r.request_id = n.request_id and r.need_id = n.id and %s)"
          .formatted(Visibility.IS_REFERRED);
  private static final String LOCK = "select request_id from cases where request_id = ? for update";
  private static final String SEALED =
      "select sealed_applicant, sealed_beneficiary, sealed_text from cases where request_id = ?";
  private static final String IN_ORDER = " order by n.position";
  // Whoever changes the same case at the same time waits for its row, and then finds another
  // version there: each change is based on the case as it was read, and the events of a case are
  // in the journal in the order of the commits.
  private static final String CHANGE =
      """
      with changed_case as (
        update cases set status = :caseStatus, version = version + 1
        where request_id = :requestId and version = :caseVersion
        returning request_id),
      ended as (
        delete from deadline
        where request_id = (select request_id from changed_case) and need_id = :id
          and (:status in ('resolved', 'declined', 'returned') or :status <> 'assigned' and kind = 'response')),
      paused as (
        update deadline set pauses = pauses || cast(:pauseBegins as text), step_at = null
        where request_id = (select request_id from changed_case) and need_id = :id
          and cast(:pauseBegins as text) is not null),
      moved as (
        insert into deadline (request_id, need_id, kind, started_at, due_at, amount, unit, pauses, step_at, steps, level)
        select given.* from changed_case,
          jsonb_to_recordset(cast(:deadlines as jsonb)) as given("requestId" uuid, "needId" uuid, kind text,
            "startedAt" timestamptz, "dueAt" timestamptz, amount int, unit text, pauses text[], "stepAt" timestamptz,
            steps int, level int)
        on conflict (request_id, need_id, kind) do update
          set due_at = excluded.due_at, pauses = excluded.pauses, step_at = excluded.step_at),
      changed as (
        update need set status = :status, due_at = :dueAt, accepted_at = :acceptedAt, started_at = :startedAt,
          paused_at = :pausedAt, resumed_at = :resumedAt, reopened_at = :reopenedAt, specialist = :specialist,
          settled_at = :settledAt, outcome = :outcome, decline_reason = :declineReason,
          refusals = :refusals::jsonb, withdrawal = :withdrawal::jsonb, version = :version
        where request_id = (select request_id from changed_case) and id = :id
        returning id)
      """;

  private final Jdbi jdbi;
  private final Journal journal;

  CaseRepository(Jdbi jdbi, Journal journal) {
    this.jdbi = jdbi;
    this.journal = journal;
  }

  private record CaseNeed(CaseFile.Head head, NeedRow need, boolean isReferred) {}

  private record SealedRow(
      @Nullable String sealedApplicant,
      @Nullable String sealedBeneficiary,
      @Nullable String sealedText) {

    SealedData data() {
      return new SealedData(block(sealedApplicant), block(sealedBeneficiary), block(sealedText));
    }

    /** Of a person who was erased nothing is left to open. */
    private static SealedBlock block(@Nullable String json) {
      return json == null ? new SealedBlock(List.of(), "") : Json.read(json, SealedBlock.class);
    }
  }

  /** A case as it is now; empty where it is not among the permitted rows. */
  public Optional<CaseFile> find(UUID requestId, Rows permitted) {
    RowCondition visible = Visibility.of(permitted);
    List<CaseNeed> rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(FIND.formatted(isReferred(permitted)) + visible.sql() + IN_ORDER)
                    .bind("requestId", requestId)
                    .bindMap(visible.parameters())
                    .mapTo(CaseNeed.class)
                    .list());
    return rows.isEmpty() ? Optional.empty() : Optional.of(file(rows));
  }

  private static String isReferred(Rows permitted) {
    return permitted instanceof Rows.OfAgency ? REFERRED_NEED : "false";
  }

  private static CaseFile file(List<CaseNeed> rows) {
    return new CaseFile(
        rows.getFirst().head(),
        rows.stream().map(CaseNeed::need).toList(),
        rows.stream()
            .filter(CaseNeed::isReferred)
            .map(row -> row.need().id())
            .collect(Collectors.toSet()));
  }

  /**
   * The questionnaire of a case. What is sealed is read now, and the rest was before: a change that
   * is based on that version of the case fits both.
   */
  Questionnaire questionnaire(CaseFile file) {
    return jdbi.withHandle(
        handle ->
            file.questionnaire(
                handle
                    .createQuery(SEALED)
                    .bind(0, file.head().requestId())
                    .mapTo(SealedRow.class)
                    .one()
                    .data()));
  }

  /** A case as it is now; nobody else changes it until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  public Optional<CaseFile> findLocked(UUID requestId) {
    jdbi.useHandle(handle -> handle.createQuery(LOCK).bind(0, requestId).mapTo(UUID.class).list());
    return find(requestId, new Rows.All());
  }

  /** Writes what happened to a need of a case that is locked, with its event. */
  @Transactional(TxType.MANDATORY)
  void update(CaseFile after, NeedRow changed, Moved moved) {
    jdbi.useHandle(
        handle -> {
          Query change = handle.createQuery(CHANGE + "select id from changed");
          bind(change, after, changed, moved);
          change.mapTo(UUID.class).one();
        });
    journal.append(List.of(moved.event()));
  }

  /**
   * Writes what staff did with a need, the status that this gives the case, and the events.
   *
   * @param after the case as it was read, with the changed need
   * @param moved what happened to the need, with the deadlines that it moved
   * @return false if the case changed since it was read; nothing is written then
   */
  boolean change(CaseFile after, NeedRow changed, Moved moved, List<CaseEvent> events) {
    return journal.appendIfChanged(CHANGE, change -> bind(change, after, changed, moved), events);
  }

  private static void bind(SqlStatement<?> change, CaseFile after, NeedRow changed, Moved moved) {
    change
        .bind("caseStatus", after.status().code())
        .bind("caseVersion", after.head().caseVersion())
        .bind("requestId", changed.requestId())
        .bind("id", changed.id())
        .bind("pauseBegins", pauseBegins(moved.event()))
        .bind("deadlines", Json.write(moved.rows()))
        .bind("status", changed.status())
        .bind("dueAt", changed.dueAt())
        .bind("acceptedAt", changed.acceptedAt())
        .bind("startedAt", changed.startedAt())
        .bind("pausedAt", changed.pausedAt())
        .bind("resumedAt", changed.resumedAt())
        .bind("reopenedAt", changed.reopenedAt())
        .bind("specialist", changed.specialist())
        .bind("settledAt", changed.settledAt())
        .bind("outcome", changed.outcome())
        .bind("declineReason", changed.declineReason())
        .bind("refusals", changed.refusals() == null ? null : changed.refusals().value())
        .bind("withdrawal", changed.withdrawal() == null ? null : changed.withdrawal().value())
        .bind("version", changed.version());
  }

  private static @Nullable String pauseBegins(NeedEvent event) {
    return event instanceof NeedPaused paused ? DeadlineRow.pauseBegins(paused) : null;
  }
}
