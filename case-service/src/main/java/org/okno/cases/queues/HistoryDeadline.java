package org.okno.cases.queues;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.CaseEvent.DeadlineEvent;
import org.okno.contracts.CaseEvent.NeedEscalated;

/** A deadline that came near or passed. */
@Schema(description = "A deadline that came near or passed")
public record HistoryDeadline(
    @Schema(
            description = "What it is for",
            examples = "response",
            enumeration = {"assignment", "response", "resolution"},
            required = true)
        String kind,
    @Schema(description = "When it is due", required = true) Instant dueAt,
    @Schema(
            description = "Who was told, above the agency's specialists",
            examples = "duty-officer",
            enumeration = {"head-of-agency", "level-above", "duty-officer"})
        @Nullable String escalatedTo) {

  static HistoryDeadline of(DeadlineEvent event) {
    return new HistoryDeadline(
        event.deadline(),
        event.dueAt(),
        event instanceof NeedEscalated escalated ? escalated.level() : null);
  }
}
