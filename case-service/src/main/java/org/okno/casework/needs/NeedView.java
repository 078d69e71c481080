package org.okno.casework.needs;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;

/**
 * A need as HTTP shows it.
 *
 * @param status {@code in-triage}, {@code assigned}, {@code accepted}, {@code resolved} or {@code
 *     declined}
 * @param agency left out while the need is in triage, as are the fields after it
 * @param version the number in the ETag
 */
@Schema(name = "Need")
public record NeedView(
    UUID requestId,
    UUID needId,
    @Schema(examples = "food") String need,
    @Nullable String situation,
    @Schema(examples = "assigned") String status,
    @Nullable AgencyRef agency,
    @Nullable String rule,
    @Nullable Integer ruleVersion,
    @Nullable String reason,
    @Nullable Instant assignedAt,
    @Nullable Instant dueAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant settledAt,
    @Nullable String outcome,
    @Nullable String declineReason,
    long version) {

  /** The view of a row. */
  public static NeedView of(StoredNeed row) {
    NeedColumns columns = row.columns();
    AgencyRef agency =
        columns.agencyId() == null || columns.agencyName() == null
            ? null
            : new AgencyRef(columns.agencyId(), columns.agencyName());
    return new NeedView(
        row.requestId(),
        row.id(),
        row.need(),
        row.situation(),
        columns.status(),
        agency,
        columns.rule(),
        columns.ruleVersion(),
        columns.reason(),
        columns.assignedAt(),
        columns.dueAt(),
        columns.acceptedAt(),
        columns.settledAt(),
        columns.outcome(),
        columns.declineReason(),
        row.version());
  }
}
