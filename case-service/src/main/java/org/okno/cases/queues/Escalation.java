package org.okno.cases.queues;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.deadlines.DeadlineStep;
import org.okno.cases.queues.EscalationRepository.EscalationRow;
import org.okno.http.AgencyView;

/** A need of which somebody above its agency's specialists was told. */
@Schema(description = "A need that is late, and of which a head or an officer was told")
public record Escalation(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "Id of the need", required = true) UUID needId,
    @Schema(
            description = "Kind of help. Codes: GET /v1/directory/terms of routing",
            examples = "food",
            required = true)
        String need,
    @Schema(
            description = "Where the person is. Codes: GET /v1/directory/territories of routing",
            examples = "92701000",
            required = true)
        String territory,
    @Schema(
            description = "How urgent it is",
            examples = "emergency",
            enumeration = {"planned", "normal", "urgent", "emergency"},
            required = true)
        String urgency,
    @Schema(description = "Who has to settle it; absent in triage") @Nullable AgencyView agency,
    @Schema(
            description = "Which deadline passed",
            examples = "response",
            enumeration = {"assignment", "response", "resolution"},
            required = true)
        String deadline,
    @Schema(description = "When it was due", required = true) Instant dueAt,
    @Schema(
            description = "Who was told, as far as it went",
            examples = "duty-officer",
            enumeration = {"head-of-agency", "level-above", "duty-officer"},
            required = true)
        String escalatedTo) {

  static Escalation of(EscalationRow row) {
    return new Escalation(
        row.requestId(),
        row.needId(),
        row.need(),
        row.territory(),
        row.urgency(),
        row.agencyId() == null || row.agencyName() == null
            ? null
            : new AgencyView(row.agencyId(), row.agencyName()),
        row.kind(),
        row.dueAt(),
        DeadlineStep.Kind.ofLevel(row.level()).code());
  }

  /** Name of a level; null where nobody was told. */
  public static @Nullable String code(int level) {
    return level == 0 ? null : DeadlineStep.Kind.ofLevel(level).code();
  }
}
