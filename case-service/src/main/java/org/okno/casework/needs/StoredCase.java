package org.okno.casework.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;

/**
 * A case's row, without what is sealed: nobody reads that here.
 *
 * @param status code of a {@link CaseStatus}
 * @param version the entity tag of the case: one more than the changes of its needs and persons
 *     since it was opened
 */
public record StoredCase(
    UUID requestId,
    String trackingNumber,
    String channel,
    TerritoryRef territory,
    Instant requestedAt,
    Instant receivedAt,
    Instant openedAt,
    String urgency,
    List<String> targetGroups,
    String status,
    UUID applicantId,
    UUID beneficiaryId,
    boolean applicantErased,
    boolean beneficiaryErased,
    long version) {

  /** The columns {@link #read} needs, of {@code cases as c}. */
  static final String COLUMNS =
      "c.request_id, c.tracking_number, c.channel, c.territory, c.zone, c.requested_at,"
          + " c.received_at, c.opened_at, c.urgency, c.target_groups, c.status as case_status,"
          + " c.applicant_id, c.beneficiary_id, c.applicant_erased, c.beneficiary_erased,"
          + " c.version as case_version";

  static StoredCase read(ResultSet row) throws SQLException {
    return new StoredCase(
        row.getObject("request_id", UUID.class),
        row.getString("tracking_number"),
        row.getString("channel"),
        new TerritoryRef(row.getString("territory"), row.getString("zone")),
        time(row, "requested_at"),
        time(row, "received_at"),
        time(row, "opened_at"),
        row.getString("urgency"),
        Arrays.asList((String[]) row.getArray("target_groups").getArray()),
        row.getString("case_status"),
        row.getObject("applicant_id", UUID.class),
        row.getObject("beneficiary_id", UUID.class),
        row.getBoolean("applicant_erased"),
        row.getBoolean("beneficiary_erased"),
        row.getLong("case_version"));
  }

  /** One of its needs, as rules see it. */
  Need need(StoredNeed row) {
    NeedRef ref = new NeedRef(requestId, row.id(), row.need(), channel, territory, requestedAt);
    return new Need(ref, row.columns().state());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
