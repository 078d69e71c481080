package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What analytics publishes. */
public sealed interface AnalyticsEvent extends Event {

  /**
   * One row of the daily summary, as it stands now. Compacted; key: {@code
   * day/territory/agency/channel/need}, agency {@code -} where there is none.
   *
   * <p>Counts are of needs, except {@code requests}. What happens before an agency is known ({@code
   * requests}, {@code received}, {@code inTriage}) is counted in the rows without an agency, the
   * rest in the rows of the agency.
   *
   * @param day calendar day in the territory's zone
   * @param territory code
   * @param agency directory id; null for what no agency has yet
   * @param revision from 1, one higher at each change of the row
   * @param requests requests of that day whose first need this is: the sum over rows counts each
   *     request once
   * @param received needs asked for on that day
   * @param routed needs given to the agency on that day
   * @param inTriage needs waiting for a dispatcher at the day's end
   * @param accepted needs the agency took on that day
   * @param resolved needs settled on that day
   * @param declined needs the agency declined on that day
   * @param returned of the declined needs those that went back to routing; null in rows from before
   *     December 2026
   * @param reopened resolved needs that were open again on that day; null in rows from before
   *     December 2026
   * @param withdrawn needs that were withdrawn on that day before anybody worked on them; null in
   *     rows from before December 2026
   * @param openAtEnd needs the agency had and had not settled at the day's end
   * @param toDecision seconds from the person's asking to the decision, of the needs routed that
   *     day
   * @param toAcceptance seconds from asking to acceptance, of the needs accepted that day
   * @param toOutcome seconds from asking to outcome, of the needs resolved or declined that day
   * @param revisedAt time of the event that made this revision
   */
  record DailySummaryRevised(
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
      @Nullable Long returned,
      @Nullable Long reopened,
      @Nullable Long withdrawn,
      long openAtEnd,
      @Nullable Durations toDecision,
      @Nullable Durations toAcceptance,
      @Nullable Durations toOutcome,
      Instant revisedAt)
      implements AnalyticsEvent {
    public DailySummaryRevised {
      requireNonNull(day, "day");
      requireNonNull(territory, "territory");
      requireNonNull(channel, "channel");
      requireNonNull(need, "need");
      requireNonNull(revisedAt, "revisedAt");
    }

    @Override
    public String key() {
      return String.join(
          "/", day.toString(), territory, agency == null ? "-" : agency, channel, need);
    }

    @Override
    public Instant time() {
      return revisedAt;
    }
  }

  /** Median and 90th percentile, in seconds, within one percent. */
  record Durations(double medianSeconds, double p90Seconds) {}
}
