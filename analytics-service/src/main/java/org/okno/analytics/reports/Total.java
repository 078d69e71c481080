package org.okno.analytics.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rows summed up. Durations are not among it: a median of medians is none.
 *
 * @param of what it sums: a day or a code, {@code -} for no agency
 * @param requests to {@code withdrawn}: sums over the rows of the range
 * @param inTriage needs that waited at the end of the day {@code of}, or of the range's last day:
 *     the sum over the series' latest rows at or before it, since a series has no row on a day
 *     without facts
 * @param openAtEnd the same for needs the agencies had open
 */
@Schema(
    description =
        "Rows of the daily summary, summed. A count that is absent is from 1 to 4, and the caller"
            + " may not see it")
public record Total(
    @Schema(
            description = "The day or the code that is summed; - for no agency",
            examples = "2026-08-31",
            required = true)
        String of,
    @Schema(description = "Requests, by the day of the request", examples = "12")
        @Nullable Long requests,
    @Schema(description = "Needs that were asked for, by the day of the request", examples = "15")
        @Nullable Long received,
    @Schema(
            description = "Needs that agencies were assigned, by the day of the decision",
            examples = "14")
        @Nullable Long routed,
    @Schema(
            description = "Needs that wait for a dispatcher at the end of the day, or of the range",
            examples = "1")
        @Nullable Long inTriage,
    @Schema(description = "Needs that agencies accepted, by the day of that step", examples = "10")
        @Nullable Long accepted,
    @Schema(description = "Needs that were resolved, by the day of that step", examples = "7")
        @Nullable Long resolved,
    @Schema(description = "Needs that agencies declined, by the day of that step", examples = "1")
        @Nullable Long declined,
    @Schema(description = "Of those the needs that went back to routing", examples = "1")
        @Nullable Long returned,
    @Schema(
            description = "Resolved needs that were open again, by the day of that step",
            examples = "0")
        @Nullable Long reopened,
    @Schema(
            description =
                "Needs that were withdrawn before anybody worked on them, by the day of that",
            examples = "0")
        @Nullable Long withdrawn,
    @Schema(
            description = "Needs that agencies have open at the end of the day, or of the range",
            examples = "6")
        @Nullable Long openAtEnd) {

  /** The same for whoever may not see small counts. */
  Total withoutSmallCounts() {
    return new Total(
        of,
        SmallCounts.hidden(requests),
        SmallCounts.hidden(received),
        SmallCounts.hidden(routed),
        SmallCounts.hidden(inTriage),
        SmallCounts.hidden(accepted),
        SmallCounts.hidden(resolved),
        SmallCounts.hidden(declined),
        SmallCounts.hidden(returned),
        SmallCounts.hidden(reopened),
        SmallCounts.hidden(withdrawn),
        SmallCounts.hidden(openAtEnd));
  }
}
