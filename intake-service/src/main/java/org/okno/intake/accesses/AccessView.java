package org.okno.intake.accesses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the access journal. */
@Schema(name = "Access", description = "An entry of the access journal")
record AccessView(
    @Schema(description = "Id of the entry", required = true) UUID accessId,
    @Schema(description = "Its position, from 1 without gaps", required = true, examples = "17")
        long number,
    @Schema(description = "When it happened", required = true) Instant at,
    @Schema(
            description = "What was done",
            required = true,
            enumeration = {"opened", "refused", "approved"},
            examples = "opened")
        String action,
    @Schema(description = "The purpose that was named", required = true, examples = "work-on-need")
        String purpose,
    @Schema(
            description = "Who it was, as the issuer of tokens knows them",
            required = true,
            examples = "f3c1a5d2-6a3e-4f0b-9a57-0d8f0b1c2e3d")
        String subject,
    @Schema(description = "The role they had for it", required = true, examples = "specialist")
        String role,
    @Schema(
            description = "Their agency. Ids: GET /v1/directory/agencies of routing",
            examples = "social-care-north")
        @Nullable String agency,
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "Ids of the persons whom the request names", required = true)
        List<UUID> personIds,
    @Schema(description = "Id of the entry that is approved, of an approval")
        @Nullable UUID approves,
    @Schema(description = "When it was approved, of an access in an emergency")
        @Nullable Instant approvedAt) {

  static AccessView of(AccessEntry entry, @Nullable Instant approvedAt) {
    return new AccessView(
        entry.id(),
        entry.number(),
        entry.at(),
        entry.action(),
        entry.purpose(),
        entry.subject(),
        entry.role(),
        entry.agency(),
        entry.requestId(),
        entry.personIds().stream().map(UUID::fromString).toList(),
        entry.approves(),
        approvedAt);
  }
}
