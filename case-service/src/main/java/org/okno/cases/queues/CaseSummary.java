package org.okno.cases.queues;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case in a list. */
@Schema(description = "A case in a list")
public record CaseSummary(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "As people know the request", examples = "7K3M-90QX-4Z", required = true)
        String trackingNumber,
    @Schema(
            description = "Where the request came in. Codes: GET /v1/channels of intake",
            examples = "hotline",
            required = true)
        String channel,
    @Schema(
            description = "Where the person is. Codes: GET /v1/directory/territories of routing",
            examples = "92701000",
            required = true)
        String territory,
    @Schema(description = "When the person asked", required = true) Instant requestedAt,
    @Schema(description = "When the case was opened", required = true) Instant openedAt,
    @Schema(
            description = "How urgent it is",
            examples = "normal",
            enumeration = {"planned", "normal", "urgent", "emergency"},
            required = true)
        String urgency,
    @Schema(
            description = "Where the case stands, by the status of its needs",
            examples = "assigned",
            enumeration = {"in-triage", "assigned", "in-work", "settled"},
            required = true)
        String status) {}
