package org.okno.intake.accesses;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An access as the person concerned may know it: it names nobody of the staff. */
@Schema(name = "PersonAccess", description = "An access, for the person concerned")
record PersonAccessView(
    @Schema(description = "When it happened", required = true) Instant at,
    @Schema(
            description = "What was done",
            required = true,
            enumeration = {"opened", "refused", "approved"},
            examples = "opened")
        String action,
    @Schema(description = "The purpose that was named", required = true, examples = "work-on-need")
        String purpose,
    @Schema(description = "By which role", required = true, examples = "specialist") String role,
    @Schema(
            description = "Of which agency. Ids: GET /v1/directory/agencies of routing",
            examples = "social-care-north")
        @Nullable String agency,
    @Schema(description = "Id of the request", required = true) UUID requestId) {

  static PersonAccessView of(AccessEntry entry) {
    return new PersonAccessView(
        entry.at(),
        entry.action(),
        entry.purpose(),
        entry.role(),
        entry.agency(),
        entry.requestId());
  }
}
