package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.okno.local.client.Services;
import org.okno.local.client.Table;

/**
 * The summary's numbers beside the lists' numbers: they are read from different services and have
 * to agree.
 */
public final class Agreement {
  private final Services services;

  public Agreement(Services services) {
    this.services = services;
  }

  /**
   * One number, as the summary has it and as the lists have it.
   *
   * @param list which list was asked
   */
  public record Line(String what, long summary, String list, long listed) {
    boolean agrees() {
      return summary == listed;
    }
  }

  /** Reads both sides now. */
  public List<Line> read() {
    JsonNode summary =
        services.get("analytics", "/v1/reconciliation").orFail("read the reconciliation");
    JsonNode totals =
        services
            .get("analytics", "/v1/daily-summaries/totals?by=channel&from=1900-01-01&to=2999-12-31")
            .orFail("read the totals");
    JsonNode cases = services.get("case", "/v1/cases/counts").orFail("count cases");
    JsonNode needs = cases.path("needsByStatus");
    long intake =
        services
            .get("intake", "/v1/requests/counts")
            .orFail("count requests")
            .path("total")
            .asLong();
    long triage =
        services.get("routing", "/v1/triage/counts").orFail("count triage").path("needs").asLong();
    long open = needs.path("assigned").asLong() + needs.path("accepted").asLong();
    return List.of(
        new Line("requests", summary.path("requests").asLong(), "intake, requests", intake),
        new Line(
            "requests",
            summary.path("requests").asLong(),
            "case, cases",
            cases.path("total").asLong()),
        new Line(
            "needs received",
            summary.path("received").asLong(),
            "case, needs",
            cases.path("needs").asLong()),
        new Line("needs in triage", summary.path("inTriage").asLong(), "routing, triage", triage),
        new Line(
            "needs in triage",
            summary.path("inTriage").asLong(),
            "case, in-triage",
            needs.path("in-triage").asLong()),
        new Line(
            "needs resolved",
            sum(totals, "resolved"),
            "case, resolved",
            needs.path("resolved").asLong()),
        new Line(
            "needs declined",
            sum(totals, "declined"),
            "case, declined",
            needs.path("declined").asLong()),
        new Line("needs open", sum(totals, "openAtEnd"), "case, assigned + accepted", open));
  }

  /** Waits until both sides agree, or until the time is over; answers what was read last. */
  public List<Line> await(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    List<Line> lines = read();
    while (!holds(lines) && System.nanoTime() < until) {
      Thread.sleep(100);
      lines = read();
    }
    return lines;
  }

  /** Waits as {@link #await}, then prints both sides. */
  public static List<Line> printed(Services services, PrintStream out, Duration atMost)
      throws InterruptedException {
    List<Line> lines = new Agreement(services).await(atMost);
    out.print(table(lines));
    return lines;
  }

  /** Whether every number agrees. */
  public static boolean holds(List<Line> lines) {
    return lines.stream().allMatch(Line::agrees);
  }

  static Table table(List<Line> lines) {
    Table table = new Table("what", "daily summary", "list", "listed", "agree");
    lines.forEach(
        l -> table.row(l.what(), l.summary(), l.list(), l.listed(), l.agrees() ? "yes" : "NO"));
    return table;
  }

  private static long sum(JsonNode totals, String field) {
    long sum = 0;
    for (JsonNode row : totals.isArray() ? totals : totals.path("items")) {
      sum += row.path(field).asLong();
    }
    return sum;
  }
}
