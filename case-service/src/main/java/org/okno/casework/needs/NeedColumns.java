package org.okno.casework.needs;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.NeedState.Accepted;
import org.okno.casework.needs.NeedState.Assigned;
import org.okno.casework.needs.NeedState.Declined;
import org.okno.casework.needs.NeedState.InTriage;
import org.okno.casework.needs.NeedState.Resolved;
import org.okno.contracts.AgencyRef;

/** A {@link NeedState} as it lies in a row: what a state does not have is null. */
public record NeedColumns(
    String status,
    @Nullable String agencyId,
    @Nullable String agencyName,
    @Nullable String rule,
    @Nullable Integer ruleVersion,
    @Nullable String reason,
    @Nullable Instant assignedAt,
    @Nullable Instant dueAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant settledAt,
    @Nullable String outcome,
    @Nullable String declineReason) {

  /** The columns of a state. */
  public static NeedColumns of(NeedState state) {
    return switch (state) {
      case InTriage waiting -> row(state, null, null, null, null, null);
      case Assigned assigned -> row(state, assigned.by(), null, null, null, null);
      case Accepted accepted -> row(state, accepted.by(), accepted.acceptedAt(), null, null, null);
      case Resolved(var by, var acceptedAt, var outcome, var at) ->
          row(state, by, acceptedAt, at, outcome, null);
      case Declined(var by, var acceptedAt, var reason, var at) ->
          row(state, by, acceptedAt, at, null, reason);
    };
  }

  /** The columns of a row that was read with all of them. */
  public static NeedColumns read(ResultSet row) throws SQLException {
    return new NeedColumns(
        row.getString("status"),
        row.getString("agency_id"),
        row.getString("agency_name"),
        row.getString("rule"),
        row.getObject("rule_version", Integer.class),
        row.getString("reason"),
        time(row, "assigned_at"),
        time(row, "due_at"),
        time(row, "accepted_at"),
        time(row, "settled_at"),
        row.getString("outcome"),
        row.getString("decline_reason"));
  }

  /**
   * The state of these columns.
   *
   * @throws NullPointerException if the row lacks what its status must have
   */
  public NeedState state() {
    return switch (statusName()) {
      case IN_TRIAGE -> new InTriage();
      case ASSIGNED -> new Assigned(by());
      case ACCEPTED -> new Accepted(by(), requireNonNull(acceptedAt, "accepted_at"));
      case RESOLVED ->
          new Resolved(
              by(),
              requireNonNull(acceptedAt, "accepted_at"),
              Codes.read(Outcome.class, outcome).orElseThrow(),
              requireNonNull(settledAt, "settled_at"));
      case DECLINED ->
          new Declined(
              by(),
              acceptedAt,
              Codes.read(DeclineReason.class, declineReason).orElseThrow(),
              requireNonNull(settledAt, "settled_at"));
    };
  }

  /** The status as a constant. */
  public NeedStatus statusName() {
    return Codes.read(NeedStatus.class, status).orElseThrow();
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private Responsibility by() {
    return new Responsibility(
        new AgencyRef(
            requireNonNull(agencyId, "agency_id"), requireNonNull(agencyName, "agency_name")),
        requireNonNull(rule, "rule"),
        requireNonNull(ruleVersion, "rule_version"),
        requireNonNull(reason, "reason"),
        requireNonNull(assignedAt, "assigned_at"),
        requireNonNull(dueAt, "due_at"));
  }

  private static NeedColumns row(
      NeedState state,
      @Nullable Responsibility by,
      @Nullable Instant acceptedAt,
      @Nullable Instant settledAt,
      @Nullable Outcome outcome,
      @Nullable DeclineReason declineReason) {
    return new NeedColumns(
        Codes.of(state.status()),
        by == null ? null : by.agency().id(),
        by == null ? null : by.agency().name(),
        by == null ? null : by.rule(),
        by == null ? null : by.ruleVersion(),
        by == null ? null : by.reason(),
        by == null ? null : by.assignedAt(),
        by == null ? null : by.dueAt(),
        acceptedAt,
        settledAt,
        outcome == null ? null : Codes.of(outcome),
        declineReason == null ? null : Codes.of(declineReason));
  }
}
