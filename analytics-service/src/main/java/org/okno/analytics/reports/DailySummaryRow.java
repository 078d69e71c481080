package org.okno.analytics.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.Series;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;

/**
 * A row of the table {@code daily_summary}, and a line of the CSV export. Durations are in seconds.
 *
 * @param agency {@value Series#NO_AGENCY} in the table where there is none, null as it is read
 */
record DailySummaryRow(
    LocalDate day,
    String territory,
    @Nullable String agency,
    String channel,
    String need,
    long revision,
    long requests,
    long received,
    long routed,
    long inTriage,
    long accepted,
    long resolved,
    long declined,
    long openAtEnd,
    @JsonProperty("toDecisionMedianSeconds") @Nullable Double toDecisionMedian,
    @JsonProperty("toDecisionP90Seconds") @Nullable Double toDecisionP90,
    @JsonProperty("toAcceptanceMedianSeconds") @Nullable Double toAcceptanceMedian,
    @JsonProperty("toAcceptanceP90Seconds") @Nullable Double toAcceptanceP90,
    @JsonProperty("toOutcomeMedianSeconds") @Nullable Double toOutcomeMedian,
    @JsonProperty("toOutcomeP90Seconds") @Nullable Double toOutcomeP90,
    Instant revisedAt) {

  /** As the table holds it. */
  static DailySummaryRow of(DailySummaryRevised event) {
    return new DailySummaryRow(
        event.day(),
        event.territory(),
        event.agency() == null ? Series.NO_AGENCY : event.agency(),
        event.channel(),
        event.need(),
        event.revision(),
        event.requests(),
        event.received(),
        event.routed(),
        event.inTriage(),
        event.accepted(),
        event.resolved(),
        event.declined(),
        event.openAtEnd(),
        median(event.toDecision()),
        p90(event.toDecision()),
        median(event.toAcceptance()),
        p90(event.toAcceptance()),
        median(event.toOutcome()),
        p90(event.toOutcome()),
        event.revisedAt());
  }

  private static @Nullable Double median(@Nullable Durations durations) {
    return durations == null ? null : durations.medianSeconds();
  }

  private static @Nullable Double p90(@Nullable Durations durations) {
    return durations == null ? null : durations.p90Seconds();
  }
}
