package org.okno.analytics.summary;

import java.time.Instant;
import org.okno.analytics.facts.Fact;
import org.okno.analytics.facts.Measure;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;

/**
 * One row of the daily summary while it is counted. Counts are of its day; stocks are as of the
 * day's end, so a fact of an earlier day changes them too. Not shared between threads.
 */
final class Row {
  long revision;
  Instant revisedAt = Instant.EPOCH;
  long requests;
  long received;
  long routed;
  long accepted;
  long resolved;
  long declined;
  long returned;
  long reopened;
  long withdrawn;
  long inTriage;
  long openAtEnd;
  DurationHistogram toDecision = DurationHistogram.NONE;
  DurationHistogram toAcceptance = DurationHistogram.NONE;
  DurationHistogram toOutcome = DurationHistogram.NONE;

  /** A row whose first change is the revision behind this one. */
  static Row from(long revision) {
    Row row = new Row();
    row.revision = revision;
    return row;
  }

  /** The same, of a day that begins with the stocks an earlier one ended with. */
  static Row after(Row earlier, long revision) {
    Row row = from(revision);
    row.inTriage = earlier.inTriage;
    row.openAtEnd = earlier.openAtEnd;
    return row;
  }

  /** Counts a fact of this day. */
  void count(Fact fact) {
    switch (fact.measure()) {
      case REQUESTED -> requests++;
      case RECEIVED -> received++;
      case ROUTED -> {
        routed++;
        toDecision = toDecision.with(fact.seconds());
      }
      case ACCEPTED -> {
        accepted++;
        toAcceptance = toAcceptance.with(fact.seconds());
      }
      case RESOLVED -> {
        resolved++;
        toOutcome = toOutcome.with(fact.seconds());
      }
      case DECLINED -> {
        declined++;
        toOutcome = toOutcome.with(fact.seconds());
      }
      case RETURNED -> returned++;
      case REOPENED -> reopened++;
      case WITHDRAWN_FROM_TRIAGE, WITHDRAWN -> withdrawn++;
      case HELD, PLACED -> {} // stocks only
    }
    carry(fact);
  }

  /** Carries the stocks forward from a fact of this day or an earlier one: a new revision. */
  void carry(Fact fact) {
    Measure measure = fact.measure();
    inTriage += measure.triage();
    openAtEnd += measure.open();
    revision++;
    revisedAt = fact.at();
  }

  DailySummaryRevised asEvent(RowKey key) {
    return new DailySummaryRevised(
        key.day(),
        key.series().territory(),
        key.series().agency(),
        key.series().channel(),
        key.series().need(),
        revision,
        requests,
        received,
        routed,
        inTriage,
        accepted,
        resolved,
        declined,
        returned,
        reopened,
        withdrawn,
        openAtEnd,
        toDecision.durations(),
        toAcceptance.durations(),
        toOutcome.durations(),
        revisedAt);
  }
}
