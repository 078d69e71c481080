package org.okno.cases.queues;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency with how many needs it has. */
@Schema(description = "An agency with how many needs it has")
public record AgencyLoad(
    @Schema(description = "Id in the directory", examples = "food-bank", required = true) String id,
    @Schema(description = "Name", examples = "Банк еды", required = true) String name,
    @Schema(description = "Assigned, no response yet", examples = "12", required = true)
        long assigned,
    @Schema(description = "Accepted", examples = "30", required = true) long accepted,
    @Schema(description = "Being worked on", examples = "8", required = true) long inProgress,
    @Schema(description = "Waiting for the applicant", examples = "3", required = true)
        long waitingForApplicant,
    @Schema(description = "Resolved", examples = "410", required = true) long resolved,
    @Schema(description = "Declined, and settled by it", examples = "2", required = true)
        long declined,
    @Schema(
            description = "Declined, and the next agency is not found yet",
            examples = "1",
            required = true)
        long returned,
    @Schema(
            description = "Withdrawn by the person before the agency began",
            examples = "1",
            required = true)
        long withdrawn,
    @Schema(description = "Due before now, and not settled", examples = "2", required = true)
        long overdue) {}
