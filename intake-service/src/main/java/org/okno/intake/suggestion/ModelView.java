package org.okno.intake.suggestion;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored model. */
@Schema(name = "SuggestionModel", description = "A model that recognizes needs in texts")
record ModelView(
    @Schema(description = "Version, from 1", required = true, examples = "3") long version,
    @Schema(
            description = "What it learned from",
            required = true,
            enumeration = {"phrases", "requests"},
            examples = "requests")
        String source,
    @Schema(description = "When it was trained", required = true) Instant createdAt,
    @Schema(
            description = "Subject of who had it trained; absent for a model of phrases",
            examples = "6f1c2b0e")
        @Nullable String createdBy,
    @Schema(
            description = "How many phrases, or how many requests, it learned from",
            required = true,
            examples = "2060")
        int examples,
    @Schema(description = "How good it is", required = true) Figures figures,
    @Schema(
            description =
                "How good the model was that was active then, at the same texts; absent where it had"
                    + " learned from them")
        @Nullable Figures activeFigures,
    @Schema(description = "Whether it is the active one", required = true, examples = "true")
        boolean active,
    @Schema(description = "Since when it is active; absent where it is not")
        @Nullable Instant activatedAt,
    @Schema(
            description = "Subject of who activated it; absent where nobody did",
            examples = "6f1c2b0e")
        @Nullable String activatedBy) {}
