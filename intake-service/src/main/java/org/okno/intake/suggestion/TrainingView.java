package org.okno.intake.suggestion;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.intake.suggestion.TrainingRepository.TrainingRow;

/** The training that runs, or the last one. */
@Schema(name = "SuggestionTraining", description = "The training that runs, or the last one")
record TrainingView(
    @Schema(
            description = "Whether it runs, or how it ended; none where there was none",
            required = true,
            enumeration = {"none", "running", "done", "failed"},
            examples = "running")
        String state,
    @Schema(
            description = "What it does; absent where it does not run",
            enumeration = {"reading", "trying", "training"},
            examples = "training")
        @Nullable String phase,
    @Schema(description = "Requests read so far", required = true, examples = "2060") int examples,
    @Schema(description = "When it began; absent where there was none") @Nullable Instant startedAt,
    @Schema(description = "Subject of who began it", examples = "6f1c2b0e")
        @Nullable String startedBy,
    @Schema(description = "When it was last heard of") @Nullable Instant updatedAt,
    @Schema(description = "Version of the model that it made", examples = "3")
        @Nullable Long version,
    @Schema(
            description = "Why it failed; the active model stays as it was",
            examples = "12 settled requests can be read, 200 are required.")
        @Nullable String failure) {

  static TrainingView of(TrainingRow row) {
    return new TrainingView(
        row.state(),
        row.phase(),
        row.examples(),
        row.startedAt(),
        row.startedBy(),
        row.updatedAt(),
        row.version(),
        row.failure());
  }
}
