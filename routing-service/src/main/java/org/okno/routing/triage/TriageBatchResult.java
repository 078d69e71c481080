package org.okno.routing.triage;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/** What became of one entry of a batch. */
@Schema(name = "TriageBatchResult", description = "What became of one entry of a batch")
public record TriageBatchResult(
    @Schema(
            description = "Id of the request",
            examples = "019cad30-059a-7b2f-8036-0ae312051665",
            required = true)
        UUID requestId,
    @Schema(
            description = "The HTTP status as if it had been settled alone",
            required = true,
            enumeration = {"200", "400", "404", "409", "412"},
            examples = "200")
        int status,
    @Schema(description = "The entry as it is now; with status 200") @Nullable TriageView entry,
    @Schema(description = "Why nothing of it was assigned; with any other status")
        @Nullable Problem problem) {

  static TriageBatchResult of(TriageView entry) {
    return new TriageBatchResult(entry.requestId(), 200, entry, null);
  }

  static TriageBatchResult of(UUID requestId, Problem problem) {
    return new TriageBatchResult(requestId, problem.status(), null, problem);
  }
}
