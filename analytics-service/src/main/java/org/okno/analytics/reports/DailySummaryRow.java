package org.okno.analytics.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.Series;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;

/**
 * A row of the table {@code daily_summary}, and a line of the CSV export. Durations are in seconds.
 *
 * <p>A count is null where it is small and the reader may not see that, the revision and its time
 * wherever the reader may not; never in the table.
 *
 * @param agency {@value Series#NO_AGENCY} in the table where there is none, null as it is read
 */
record DailySummaryRow(
    LocalDate day,
    String territory,
    @Nullable String agency,
    String channel,
    String need,
    @Nullable Long revision,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long requests,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long received,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long routed,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long inTriage,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long accepted,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long resolved,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long declined,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long returned,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long reopened,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long withdrawn,
    @JsonSerialize(nullsUsing = SmallCounts.InCsv.class) @Nullable Long openAtEnd,
    @JsonProperty("toDecisionMedianSeconds") @Nullable Double toDecisionMedian,
    @JsonProperty("toDecisionP90Seconds") @Nullable Double toDecisionP90,
    @JsonProperty("toAcceptanceMedianSeconds") @Nullable Double toAcceptanceMedian,
    @JsonProperty("toAcceptanceP90Seconds") @Nullable Double toAcceptanceP90,
    @JsonProperty("toOutcomeMedianSeconds") @Nullable Double toOutcomeMedian,
    @JsonProperty("toOutcomeP90Seconds") @Nullable Double toOutcomeP90,
    @Nullable Instant revisedAt) {

  /**
   * The same for whoever may not see small counts, nor the durations of so few needs. Nor its
   * revision, which is near the sum of its counts, nor the time of its last event.
   */
  DailySummaryRow withoutSmallCounts() {
    Long settled = resolved == null || declined == null ? null : Long.valueOf(resolved + declined);
    return new DailySummaryRow(
        day,
        territory,
        agency,
        channel,
        need,
        null,
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
        SmallCounts.hidden(openAtEnd),
        SmallCounts.hiddenWith(routed, toDecisionMedian),
        SmallCounts.hiddenWith(routed, toDecisionP90),
        SmallCounts.hiddenWith(accepted, toAcceptanceMedian),
        SmallCounts.hiddenWith(accepted, toAcceptanceP90),
        SmallCounts.hiddenWith(settled, toOutcomeMedian),
        SmallCounts.hiddenWith(settled, toOutcomeP90),
        null);
  }

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
        orZero(event.returned()),
        orZero(event.reopened()),
        orZero(event.withdrawn()),
        event.openAtEnd(),
        median(event.toDecision()),
        p90(event.toDecision()),
        median(event.toAcceptance()),
        p90(event.toAcceptance()),
        median(event.toOutcome()),
        p90(event.toOutcome()),
        event.revisedAt());
  }

  /** Before December 2026 nothing was returned, reopened or withdrawn. */
  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  private static @Nullable Double median(@Nullable Durations durations) {
    return durations == null ? null : durations.medianSeconds();
  }

  private static @Nullable Double p90(@Nullable Durations durations) {
    return durations == null ? null : durations.p90Seconds();
  }
}
