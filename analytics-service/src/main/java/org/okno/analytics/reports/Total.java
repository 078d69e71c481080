package org.okno.analytics.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Rows summed up. Durations are not among it: a median of medians is none.
 *
 * @param of what it sums: a day or a code, {@code -} for no agency
 * @param requests to {@code declined}: sums over the rows of the range
 * @param inTriage needs that waited at the end of the day {@code of}, or of the range's last day:
 *     the sum over the series' latest rows at or before it, since a series has no row on a day
 *     without facts
 * @param openAtEnd the same for needs the agencies had open
 */
@Schema(description = "Rows of the daily summary, summed")
public record Total(
    @Schema(
            description = "The day or the code that is summed; - for no agency",
            examples = "2026-08-31",
            required = true)
        String of,
    @Schema(description = "Requests, by the day of the request", examples = "12", required = true)
        long requests,
    @Schema(
            description = "Needs that were asked for, by the day of the request",
            examples = "15",
            required = true)
        long received,
    @Schema(
            description = "Needs that agencies were assigned, by the day of the decision",
            examples = "14",
            required = true)
        long routed,
    @Schema(
            description = "Needs that wait for a dispatcher at the end of the day, or of the range",
            examples = "1",
            required = true)
        long inTriage,
    @Schema(
            description = "Needs that agencies accepted, by the day of that step",
            examples = "10",
            required = true)
        long accepted,
    @Schema(
            description = "Needs that were resolved, by the day of that step",
            examples = "7",
            required = true)
        long resolved,
    @Schema(
            description = "Needs that agencies declined, by the day of that step",
            examples = "1",
            required = true)
        long declined,
    @Schema(
            description = "Needs that agencies have open at the end of the day, or of the range",
            examples = "6",
            required = true)
        long openAtEnd) {}
