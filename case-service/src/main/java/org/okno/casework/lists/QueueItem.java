package org.okno.casework.lists;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.NeedColumns;

/**
 * A need in its agency's list, with what the agency sees of its case.
 *
 * @param overdue due before now, and not settled
 * @param version the number in the need's ETag
 */
public record QueueItem(
    UUID requestId,
    UUID needId,
    String trackingNumber,
    @Schema(examples = "hotline") String channel,
    String territory,
    @Schema(examples = "normal") String urgency,
    Instant requestedAt,
    @Schema(examples = "food") String need,
    @Nullable String situation,
    @Schema(examples = "assigned") String status,
    @Nullable Instant assignedAt,
    Instant dueAt,
    boolean overdue,
    @Nullable Instant acceptedAt,
    @Nullable Instant settledAt,
    @Nullable String outcome,
    @Nullable String declineReason,
    long version) {

  static QueueItem read(ResultSet row, Instant now) throws SQLException {
    NeedColumns need = NeedColumns.read(row);
    Instant dueAt = requireNonNull(need.dueAt(), "due_at");
    return new QueueItem(
        row.getObject("request_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("tracking_number"),
        row.getString("channel"),
        row.getString("territory"),
        row.getString("urgency"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getString("need"),
        row.getString("situation"),
        need.status(),
        need.assignedAt(),
        dueAt,
        !need.statusName().isSettled() && dueAt.isBefore(now),
        need.acceptedAt(),
        need.settledAt(),
        need.outcome(),
        need.declineReason(),
        row.getLong("version"));
  }
}
