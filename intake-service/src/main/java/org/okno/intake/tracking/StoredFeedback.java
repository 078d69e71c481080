package org.okno.intake.tracking;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The response to feedback. */
@Schema(name = "StoredFeedback", description = "The feedback as it is stored, without its words")
record StoredFeedback(
    @Schema(
            description = "Whether it helped",
            required = true,
            enumeration = {"helped", "partly", "no"},
            examples = "partly")
        String answer,
    @Schema(description = "When it was given", required = true) Instant givenAt) {}
