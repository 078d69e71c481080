package org.okno.intake.requests;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a channel brought on one day. */
@Schema(description = "How much a channel brought on one day")
public record AcceptedCount(
    @Schema(
            description = "Day of the requests in the zone of their territory",
            required = true,
            examples = "2026-03-02")
        LocalDate day,
    @Schema(
            description = "Code of the channel: GET /v1/channels",
            required = true,
            examples = "hotline")
        String channel,
    @Schema(description = "Requests accepted", required = true, examples = "120") long requests,
    @Schema(
            description = "Needs that were asked for in them, also those that a correction removed",
            required = true,
            examples = "150")
        long needs) {}
