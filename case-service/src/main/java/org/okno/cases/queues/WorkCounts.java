package org.okno.cases.queues;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is open for a specialist. */
@Schema(description = "How much is open for a specialist")
public record WorkCounts(
    @Schema(
            description = "Needs for which the caller is responsible",
            examples = "7",
            required = true)
        long mine,
    @Schema(description = "Those of them that are due before now", examples = "1", required = true)
        long mineOverdue,
    @Schema(
            description = "Needs of the caller's agency for which nobody is responsible",
            examples = "12",
            required = true)
        long unclaimed,
    @Schema(description = "Those of them that are due before now", examples = "0", required = true)
        long unclaimedOverdue) {}
