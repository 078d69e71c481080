package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.okno.local.client.Services;

/** Plays a day of the made-up region through a running stack and tells what came of it. */
public final class DemoDay {
  private final Services services;
  private final PrintStream out;
  private final Clock clock;
  private final long seed;

  public DemoDay(Services services, PrintStream out, Clock clock, long seed) {
    this.services = services;
    this.out = out;
    this.clock = clock;
    this.seed = seed;
  }

  /**
   * Plays the day.
   *
   * @param requests how many good requests are sent; repeats and wrong ones come on top
   * @return whether everything was answered as it should be and all numbers agree
   */
  public boolean play(int requests) throws InterruptedException {
    List<JsonNode> territories = services.list("intake", "/v1/territories");
    ZoneId zone = ZoneId.of(territories.getFirst().path("zone").asText());
    LocalDate day = LocalDate.now(clock.withZone(zone));
    long before = casesNow();
    Posted posted = post(requests, territories, day.atStartOfDay(zone).toInstant());
    awaitCases(before + posted.requestIds().size());
    int placed = work(posted.requestIds());
    out.printf(
        "a dispatcher placed %d needs from the triage desk; agencies worked on %d requests%n",
        placed, posted.requestIds().size() / 2);
    List<Agreement.Line> lines = new Agreement(services).await(Duration.ofSeconds(60));
    report(posted, day, lines);
    return posted.surprises().isEmpty() && Agreement.holds(lines);
  }

  private Posted post(int requests, List<JsonNode> territories, Instant dayStart) {
    DayPlan.Codes codes =
        new DayPlan.Codes(
            codes("intake", "/v1/channels"),
            territories.stream()
                .filter(t -> !t.path("parent").asText("").isEmpty())
                .map(t -> t.path("code").asText())
                .toList(),
            codes("intake", "/v1/needs"),
            services.list("routing", "/v1/directory/terms").stream()
                .filter(t -> t.path("axis").asText().equals("target-group"))
                .map(t -> t.path("code").asText())
                .toList());
    Instant now = clock.instant();
    List<PlannedPost> posts =
        new DayPlan(seed, codes, "demo-" + now.toEpochMilli(), dayStart, now).posts(requests);
    return new Channels(services)
        .send(posts, sent -> progress("requests sent", sent, posts.size()));
  }

  private int work(List<String> requestIds) {
    Agencies agencies = new Agencies(services, seed);
    int placed = agencies.dispatch();
    agencies.work(requestIds.subList(0, requestIds.size() / 2));
    return placed;
  }

  private void report(Posted posted, LocalDate day, List<Agreement.Line> lines) {
    String followed = helped(posted.requestIds());
    DemoReport report = new DemoReport(services, out);
    report.cameIn(posted);
    report.whoGotWhat(posted.requestIds());
    report.followed(followed);
    report.summary(day.toString());
    report.agreement(lines);
    posted.surprises().forEach(s -> out.println("NOT AS IT SHOULD BE: " + s));
    report.lookOn(followed);
  }

  /** A case that was seen through to the end, if there is one. */
  private String helped(List<String> requestIds) {
    return requestIds.stream()
        .filter(id -> isHelped(services.get("case", "/v1/cases/" + id).body()))
        .findFirst()
        .orElse(requestIds.getFirst());
  }

  private static boolean isHelped(JsonNode view) {
    return view.path("status").asText().equals("settled")
        && view.at("/needs/0/status").asText().equals("resolved");
  }

  private void awaitCases(long expected) throws InterruptedException {
    for (int i = 0; i < 600 && casesNow() < expected; i++) {
      Thread.sleep(100);
    }
  }

  private long casesNow() {
    return services.get("case", "/v1/cases/counts").orFail("count cases").path("total").asLong();
  }

  private List<String> codes(String service, String path) {
    return services.list(service, path).stream().map(item -> item.path("code").asText()).toList();
  }

  private void progress(String what, int done, int all) {
    if (done % 100 == 0 || done == all) {
      out.printf("%s: %d of %d%n", what, done, all);
    }
  }
}
