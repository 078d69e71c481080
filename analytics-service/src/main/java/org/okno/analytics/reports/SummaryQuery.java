package org.okno.analytics.reports;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.facts.LatestDay;
import org.okno.http.Problem;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;

/** Which rows a reader requests: a range of days, and codes that the rows must have. */
public record SummaryQuery(
    @Parameter(
            description = "First day; 31 days up to the last one by default",
            example = "2026-08-01")
        @QueryParam("from")
        @Nullable LocalDate from,
    @Parameter(description = "Last day; today by default", example = "2026-08-31") @QueryParam("to")
        @Nullable LocalDate to,
    @Parameter(
            description = "Codes: GET /v1/directory/territories of routing",
            example = "02701000")
        @QueryParam("territory")
        @Nullable String territory,
    @Parameter(
            description = "Ids: GET /v1/directory/agencies of routing; - for what has none yet",
            example = "food-bank")
        @QueryParam("agency")
        @Nullable String agency,
    @Parameter(description = "Codes: GET /v1/channels of intake", example = "hotline")
        @QueryParam("channel")
        @Nullable String channel,
    @Parameter(description = "Codes: GET /v1/directory/terms of routing", example = "food")
        @QueryParam("need")
        @Nullable String need) {
  /** Days where the reader names none. */
  private static final int DEFAULT_DAYS = 31;

  /**
   * The query with its days.
   *
   * @throws org.okno.http.ProblemException 400 where the range ends before it begins
   */
  SummaryQuery withDays(Clock clock) {
    LocalDate last = to == null ? LatestDay.by(clock) : to;
    LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
    if (first.isAfter(last)) {
      throw Problem.invalid("query:from", "expected a day not after 'to', which is " + last)
          .asException();
    }
    return new SummaryQuery(first, last, territory, agency, channel, need);
  }

  /**
   * Conditions on the codes and on what the caller may see, to follow another; they name {@link
   * #parameters}.
   */
  String filters(String alias, Rows permitted) {
    return codes().keySet().stream()
            .map(column -> " and %s.%s = :%2$s".formatted(alias, column))
            .collect(Collectors.joining())
        + visible(alias, permitted).sql();
  }

  private static RowCondition visible(String alias, Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfTerritory(String own) -> RowCondition.ofTerritory(alias + ".territory", own);
      case Rows.OfAgency agency -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }

  /**
   * The days as {@code from} and {@code to}, each code by the name of its column, and the caller's
   * territory.
   */
  Map<String, @Nullable Object> parameters(Rows permitted) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(codes());
    parameters.putAll(visible("", permitted).parameters());
    parameters.put("from", from);
    parameters.put("to", to);
    return parameters;
  }

  private Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    put(codes, "territory", territory);
    put(codes, "agency", agency);
    put(codes, "channel", channel);
    put(codes, "need", need);
    return codes;
  }

  private static void put(Map<String, String> codes, String column, @Nullable String code) {
    if (code != null && !code.isEmpty()) {
      codes.put(column, code);
    }
  }
}
