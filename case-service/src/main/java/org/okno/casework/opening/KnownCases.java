package org.okno.casework.opening;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.NeedColumns;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;

/** Cases that are there already, to be given a later decision: four statements for any number. */
@Singleton
final class KnownCases {
  // Two statements: the needs must be read by a snapshot that is younger than the lock.
  private static final String LOCK =
      "select request_id from cases where request_id = any(?::uuid[]) order by request_id for update";
  private static final String NEEDS =
      """
      select request_id, id, need, status, agency_id, agency_name, rule, rule_version, reason, assigned_at, due_at,
        accepted_at, settled_at, outcome, decline_reason
      from need where request_id = any(?::uuid[]) order by request_id, position
      """;
  private static final String ASSIGN =
      """
      update need set status = d.status, agency_id = d.agency_id, agency_name = d.agency_name, rule = d.rule,
        rule_version = d.rule_version, reason = d.reason, assigned_at = d.assigned_at, due_at = d.due_at,
        accepted_at = null, settled_at = null, outcome = null, decline_reason = null, version = need.version + 1
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
        ?::timestamptz[], ?::timestamptz[])
        as d(request_id, id, status, agency_id, agency_name, rule, rule_version, reason, assigned_at, due_at)
      where need.request_id = d.request_id and need.id = d.id
      """;
  private static final String FOLLOW =
      """
      update cases set status = d.status, version = version + d.changes
      from unnest(?::uuid[], ?::text[], ?::int[]) as d(request_id, status, changes)
      where cases.request_id = d.request_id
      """;

  /** Locks cases and reads their needs; the questionnaires say what a row of a need does not. */
  List<CaseDraft> lock(Connection connection, List<Questionnaire> asked) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      new Columns<>(lock, asked).uuid(Questionnaire::requestId);
      lock.execute();
    }
    Map<UUID, List<Need>> needs = readNeeds(connection, asked);
    return asked.stream()
        .map(Questionnaire::requestId)
        .map(id -> CaseDraft.known(id, needs.getOrDefault(id, List.of())))
        .toList();
  }

  private static Map<UUID, List<Need>> readNeeds(Connection connection, List<Questionnaire> asked)
      throws SQLException {
    Map<UUID, Questionnaire> byId =
        asked.stream().collect(Collectors.toMap(Questionnaire::requestId, one -> one));
    List<Need> needs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEEDS)) {
      new Columns<>(select, asked).uuid(Questionnaire::requestId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          UUID requestId = rows.getObject("request_id", UUID.class);
          needs.add(need(requireNonNull(byId.get(requestId)), rows));
        }
      }
    }
    return needs.stream().collect(Collectors.groupingBy(need -> need.ref().requestId()));
  }

  /** Writes what decisions changed. */
  void update(Connection connection, List<CaseDraft> drafts) throws SQLException {
    List<CaseDraft> changed =
        drafts.stream().filter(draft -> !draft.changedNeeds().isEmpty()).toList();
    if (changed.isEmpty()) {
      return;
    }
    assign(connection, changed.stream().flatMap(draft -> draft.changedNeeds().stream()).toList());
    try (PreparedStatement update = connection.prepareStatement(FOLLOW)) {
      new Columns<>(update, changed)
          .uuid(CaseDraft::requestId)
          .text(draft -> Codes.of(draft.status()))
          .number(CaseDraft::changes);
      update.executeUpdate();
    }
  }

  private static void assign(Connection connection, List<Need> needs) throws SQLException {
    record Row(NeedRef ref, NeedColumns columns) {}
    List<Row> rows =
        needs.stream().map(need -> new Row(need.ref(), NeedColumns.of(need.state()))).toList();
    try (PreparedStatement update = connection.prepareStatement(ASSIGN)) {
      new Columns<>(update, rows)
          .uuid(row -> row.ref().requestId())
          .uuid(row -> row.ref().needId())
          .text(row -> row.columns().status())
          .text(row -> row.columns().agencyId())
          .text(row -> row.columns().agencyName())
          .text(row -> row.columns().rule())
          .number(row -> row.columns().ruleVersion())
          .text(row -> row.columns().reason())
          .time(row -> row.columns().assignedAt())
          .time(row -> row.columns().dueAt());
      update.executeUpdate();
    }
  }

  private static Need need(Questionnaire of, ResultSet row) throws SQLException {
    NeedRef ref =
        new NeedRef(
            of.requestId(),
            row.getObject("id", UUID.class),
            row.getString("need"),
            of.channel(),
            of.territory(),
            of.requestedAt());
    return new Need(ref, NeedColumns.read(row).state());
  }
}
