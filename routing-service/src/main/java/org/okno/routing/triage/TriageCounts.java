package org.okno.routing.triage;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much waits for a dispatcher. */
@Schema(name = "Counts", description = "How much waits for a dispatcher")
public record TriageCounts(
    @Schema(description = "Requests", examples = "12", required = true) long total,
    @Schema(description = "Needs that wait in them", examples = "15", required = true) long needs,
    @Schema(
            description = "Those of the requests that are emergencies",
            examples = "1",
            required = true)
        long emergencies,
    @Schema(
            description = "Those of the requests that nobody has claimed",
            examples = "9",
            required = true)
        long unclaimed,
    @Schema(
            description = "When Okno had the oldest of them; absent where none waits",
            examples = "2026-03-02T06:15:31.482Z")
        @Nullable Instant oldestReceivedAt) {}
