package org.okno.analytics.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.AnalyticsEvent.Durations;

/** Rows as CSV by RFC 4180: a header, commas, CRLF, quotes where a value needs them. */
final class Csv {
  /** The first line. */
  static final String HEADER =
      "day,territory,agency,channel,need,revision,requests,received,routed,inTriage,accepted,resolved,declined,"
          + "openAtEnd,toDecisionMedianSeconds,toDecisionP90Seconds,toAcceptanceMedianSeconds,"
          + "toAcceptanceP90Seconds,toOutcomeMedianSeconds,toOutcomeP90Seconds,revisedAt\r\n";

  private Csv() {}

  /** One row with its line end; what is unknown is empty. */
  static String line(DailySummaryRevised row) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.day());
    values.add(row.territory());
    values.add(row.agency());
    values.add(row.channel());
    values.add(row.need());
    values.add(row.revision());
    values.add(row.requests());
    values.add(row.received());
    values.add(row.routed());
    values.add(row.inTriage());
    values.add(row.accepted());
    values.add(row.resolved());
    values.add(row.declined());
    values.add(row.openAtEnd());
    add(values, row.toDecision());
    add(values, row.toAcceptance());
    add(values, row.toOutcome());
    values.add(row.revisedAt());
    return values.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static void add(List<@Nullable Object> values, @Nullable Durations durations) {
    values.add(durations == null ? null : durations.medianSeconds());
    values.add(durations == null ? null : durations.p90Seconds());
  }

  private static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
