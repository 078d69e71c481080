package org.okno.intake.requests;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many requests were published again. */
@Schema(description = "How many requests were published again")
public record PublishedAgain(
    @Schema(description = "Requests", required = true, examples = "120") int requests) {}
