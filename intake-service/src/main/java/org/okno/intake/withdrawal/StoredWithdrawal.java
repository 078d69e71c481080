package org.okno.intake.withdrawal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The response to a withdrawal: the same every time. */
@Schema(name = "StoredWithdrawal", description = "The withdrawal as it is stored")
public record StoredWithdrawal(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(
            description = "Why it was withdrawn",
            required = true,
            enumeration = {"not-needed", "helped-elsewhere", "duplicate", "by-mistake"},
            examples = "not-needed")
        String reason,
    @Schema(description = "When it was withdrawn", required = true) Instant withdrawnAt) {}
