package org.okno.analytics.reconciliation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The proof that nothing was lost: what intake accepted was counted, and every need that was
 * received was assigned to an agency, waits in triage or was withdrawn there.
 */
@Schema(description = "Proof that nothing was lost")
public record Reconciliation(
    @Schema(description = "Requests that were received", examples = "120", required = true)
        long requests,
    @Schema(description = "Needs that were received", examples = "150", required = true)
        long received,
    @Schema(description = "Needs that agencies were assigned", examples = "143", required = true)
        long routed,
    @Schema(
            description = "Needs that agencies declined and routing decided once more",
            examples = "3",
            required = true)
        long returned,
    @Schema(description = "Needs that wait for a dispatcher now", examples = "10", required = true)
        long inTriage,
    @Schema(
            description = "Needs that were withdrawn while they waited for a dispatcher",
            examples = "1",
            required = true)
        long withdrawn,
    @Schema(
            description =
                "Whether received and returned are routed, inTriage and withdrawn together, and intake"
                    + " accepted what was counted",
            examples = "true",
            required = true)
        boolean balanced,
    @Schema(
            description =
                "Whether all that came in by now is in these numbers; while it is not, they may be"
                    + " on their way to balance",
            examples = "true",
            required = true)
        boolean settled,
    @Schema(
            description =
                "Whether all is counted anew; until that has caught up the numbers are the former"
                    + " ones",
            examples = "false",
            required = true)
        boolean recounting,
    @Schema(
            description =
                "Days and channels, of the last days, of which intake accepted other than was"
                    + " counted; absent while intake does not respond")
        @Nullable List<Difference> differences,
    @Schema(
            description =
                "Records not yet decided, counted or stored, by topic; absent while the broker does"
                    + " not respond",
            examples = "{\"okno.cases\": 0}")
        @Nullable Map<String, Long> lag) {}
