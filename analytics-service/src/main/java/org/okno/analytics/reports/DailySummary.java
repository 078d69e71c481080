package org.okno.analytics.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the daily summary as HTTP shows it. */
@Schema(
    description =
        "Counts of one day, territory, agency, channel and need. A count that is absent is from 1"
            + " to 4, and the caller may not see it")
public record DailySummary(
    @Schema(
            description = "Calendar day in the territory's zone",
            examples = "2026-08-31",
            required = true)
        LocalDate day,
    @Schema(
            description = "Codes: GET /v1/directory/territories of routing",
            examples = "02701000",
            required = true)
        String territory,
    @Schema(
            description = "Ids: GET /v1/directory/agencies of routing; absent before there is one",
            examples = "food-bank")
        @Nullable String agency,
    @Schema(
            description = "Codes: GET /v1/channels of intake",
            examples = "hotline",
            required = true)
        String channel,
    @Schema(
            description = "Codes: GET /v1/directory/terms of routing",
            examples = "food",
            required = true)
        String need,
    @Schema(
            description =
                "One higher at each change of the row; absent for callers who may not see small"
                    + " counts",
            minimum = "1",
            examples = "3")
        @Nullable Long revision,
    @Schema(
            description =
                "Requests whose first need this is, by the day of the request: sums count each"
                    + " request once",
            minimum = "0",
            examples = "12")
        @Nullable Long requests,
    @Schema(
            description = "Needs that were asked for, by the day of the request",
            minimum = "0",
            examples = "15")
        @Nullable Long received,
    @Schema(
            description = "Needs that the agency was assigned, by the day of the decision",
            minimum = "0",
            examples = "14")
        @Nullable Long routed,
    @Schema(description = "Needs that wait for a dispatcher at the day's end", examples = "1")
        @Nullable Long inTriage,
    @Schema(
            description = "Needs that the agency accepted, by the day of that step",
            minimum = "0",
            examples = "10")
        @Nullable Long accepted,
    @Schema(
            description = "Needs that were resolved, by the day of that step",
            minimum = "0",
            examples = "7")
        @Nullable Long resolved,
    @Schema(
            description = "Needs that the agency declined, by the day of that step",
            minimum = "0",
            examples = "1")
        @Nullable Long declined,
    @Schema(
            description =
                "Of the declined needs those that went back to routing, by the day of that step",
            minimum = "0",
            examples = "1")
        @Nullable Long returned,
    @Schema(
            description = "Resolved needs that were open again, by the day of that step",
            minimum = "0",
            examples = "0")
        @Nullable Long reopened,
    @Schema(
            description =
                "Needs that were withdrawn before anybody worked on them, by the day of that: without"
                    + " an agency those that waited for a dispatcher",
            minimum = "0",
            examples = "0")
        @Nullable Long withdrawn,
    @Schema(description = "Needs that the agency has open at the day's end", examples = "6")
        @Nullable Long openAtEnd,
    @Schema(description = "From asking to the decision; absent without any")
        @Nullable Percentiles toDecision,
    @Schema(description = "From asking to acceptance; absent without any")
        @Nullable Percentiles toAcceptance,
    @Schema(description = "From asking to outcome; absent without any")
        @Nullable Percentiles toOutcome,
    @Schema(
            description =
                "Time of the event that made this revision; absent for callers who may not see"
                    + " small counts")
        @Nullable Instant revisedAt) {

  /** How durations are spread. */
  @Schema(description = "Durations in seconds, within one percent")
  public record Percentiles(
      @Schema(description = "Median", examples = "3600", required = true) double medianSeconds,
      @Schema(description = "90th percentile", examples = "7200", required = true)
          double p90Seconds) {

    static @Nullable Percentiles of(@Nullable Double median, @Nullable Double p90) {
      return median == null || p90 == null ? null : new Percentiles(median, p90);
    }
  }

  static DailySummary of(DailySummaryRow row) {
    return new DailySummary(
        row.day(),
        row.territory(),
        row.agency(),
        row.channel(),
        row.need(),
        row.revision(),
        row.requests(),
        row.received(),
        row.routed(),
        row.inTriage(),
        row.accepted(),
        row.resolved(),
        row.declined(),
        row.returned(),
        row.reopened(),
        row.withdrawn(),
        row.openAtEnd(),
        Percentiles.of(row.toDecisionMedian(), row.toDecisionP90()),
        Percentiles.of(row.toAcceptanceMedian(), row.toAcceptanceP90()),
        Percentiles.of(row.toOutcomeMedian(), row.toOutcomeP90()),
        row.revisedAt());
  }
}
