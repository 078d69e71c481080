package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.okno.engines.Await;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.client.Table;

/** Compares the numbers of the daily summary with those of the services that own the data. */
public final class Agreement {
  private static final String ALL_DAYS = "by=channel&from=1900-01-01&to=2999-12-31";

  private final Services services;

  public Agreement(Services services) {
    this.services = services.as(Caller.STATISTICIAN);
  }

  /**
   * One number from two sources.
   *
   * @param what the thing counted
   * @param source which service, and what of it
   */
  public record Line(String what, String source, long count, String otherSource, long otherCount) {
    static Line ofSummary(String what, long count, String otherSource, JsonNode otherCount) {
      return new Line(what, "daily summary", count, otherSource, otherCount.asLong());
    }

    public boolean agrees() {
      return count == otherCount;
    }
  }

  /** Reads both sides now. */
  public List<Line> read() {
    JsonNode summary = get("analytics", "/v1/reconciliation");
    JsonNode totals = get("analytics", "/v1/daily-summaries/totals?" + ALL_DAYS);
    JsonNode requests = get("intake", "/v1/requests/counts");
    JsonNode triage = get("routing", "/v1/triage/counts");
    JsonNode cases = get("case", "/v1/cases/counts");
    JsonNode needs = cases.path("needsByStatus");
    long accepted = summary.path("requests").asLong();
    long inTriage = summary.path("inTriage").asLong();
    long open =
        Stream.of("assigned", "accepted", "in-progress", "waiting-for-applicant")
            .mapToLong(status -> needs.path(status).asLong())
            .sum();
    return List.of(
        Line.ofSummary("requests", accepted, "intake, requests", requests.path("total")),
        Line.ofSummary("requests", accepted, "case, cases", cases.path("total")),
        Line.ofSummary(
            "needs received",
            summary.path("received").asLong(),
            "case, needs",
            cases.path("needs")),
        Line.ofSummary("needs in triage", inTriage, "routing, triage", triage.path("needs")),
        new Line(
            "needs in triage",
            "daily summary",
            inTriage,
            "case, in-triage + returned",
            needs.path("in-triage").asLong() + needs.path("returned").asLong()),
        Line.ofSummary(
            "needs resolved, not reopened",
            sum(totals, "resolved") - sum(totals, "reopened"),
            "case, resolved",
            needs.path("resolved")),
        Line.ofSummary(
            "needs declined, not returned",
            sum(totals, "declined") - sum(totals, "returned"),
            "case, declined",
            needs.path("declined")),
        Line.ofSummary(
            "needs withdrawn",
            sum(totals, "withdrawn"),
            "case, withdrawn",
            needs.path("withdrawn")),
        new Line(
            "needs open",
            "daily summary",
            sum(totals, "openAtEnd"),
            "case, from assigned to waiting",
            open));
  }

  /** Waits until both sides agree or the timeout is over; returns what was read last. */
  public List<Line> await(Duration timeout) {
    return Await.until(timeout, this::readIfReachable, Agreement::holds);
  }

  /** A service that is restarted meanwhile is waited for, as a number that does not agree. */
  private List<Line> readIfReachable() {
    try {
      return read();
    } catch (UncheckedIOException e) {
      return List.of(new Line("services", "all", 0, String.valueOf(e.getMessage()), 1));
    }
  }

  /** Waits as {@link #await}, then prints both sides. */
  public static List<Line> printed(Services services, PrintStream out, Duration timeout) {
    List<Line> lines = new Agreement(services).await(timeout);
    out.print(table(lines));
    return lines;
  }

  /** Whether every number agrees. */
  public static boolean holds(List<Line> lines) {
    return lines.stream().allMatch(Line::agrees);
  }

  static Table table(List<Line> lines) {
    Table table = new Table("what", "source", "count", "other source", "count", "agree");
    for (Line line : lines) {
      String agree = line.agrees() ? "yes" : "NO";
      table.row(
          line.what(), line.source(), line.count(), line.otherSource(), line.otherCount(), agree);
    }
    return table;
  }

  private JsonNode get(String service, String path) {
    return services.get(service, path).orFail("read " + path);
  }

  private static long sum(JsonNode totals, String field) {
    return totals.path("items").valueStream().mapToLong(row -> row.path(field).asLong()).sum();
  }
}
