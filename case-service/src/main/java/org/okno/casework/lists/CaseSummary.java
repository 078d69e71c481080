package org.okno.casework.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case in a list. */
public record CaseSummary(
    UUID requestId,
    String trackingNumber,
    @Schema(examples = "hotline") String channel,
    String territory,
    Instant requestedAt,
    Instant openedAt,
    @Schema(examples = "normal") String urgency,
    @Schema(examples = "assigned") String status) {

  /** The columns {@link #read} needs. */
  static final String COLUMNS =
      "request_id, tracking_number, channel, territory, requested_at, opened_at, urgency, status";

  static CaseSummary read(ResultSet row) throws SQLException {
    return new CaseSummary(
        row.getObject("request_id", UUID.class),
        row.getString("tracking_number"),
        row.getString("channel"),
        row.getString("territory"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getString("urgency"),
        row.getString("status"));
  }
}
