package org.okno.intake.requests;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many requests there are. */
@Schema(description = "How many requests there are, counted now")
record RequestCounts(
    @Schema(description = "All requests", required = true, examples = "1204") long total,
    @Schema(
            description = "By channel; a channel without requests is absent",
            required = true,
            examples = "{\"hotline\": 1200, \"web\": 4}")
        Map<String, Long> byChannel) {}
