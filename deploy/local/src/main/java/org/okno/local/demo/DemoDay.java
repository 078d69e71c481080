package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.okno.engines.Await;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/** Plays a day of the sample region through a running stack and reports the outcome. */
public final class DemoDay {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Services services;
  private final Services operator;
  private final PrintStream out;
  private final Clock clock;
  private final long seed;

  public DemoDay(Services services, PrintStream out, Clock clock, long seed) {
    this.services = services;
    this.operator = services.as(Caller.OPERATOR);
    this.out = out;
    this.clock = clock;
    this.seed = seed;
  }

  /**
   * Plays the day.
   *
   * @param requests how many valid requests are sent; duplicates and invalid ones come on top
   * @return whether every response is as expected and all numbers agree
   */
  public boolean play(int requests) {
    operator.awaitDirectory();
    List<JsonNode> territories = operator.list("intake", "/v1/territories");
    ZoneId zone = ZoneId.of(territories.getFirst().path("zone").asText());
    LocalDate day = LocalDate.now(clock.withZone(zone));
    long before = cases();
    PostResults posted = post(requests, territories, day.atStartOfDay(zone).toInstant());
    Await.until(TIMEOUT, () -> cases() >= before + posted.requestIds().size());
    int assigned = process(posted.requestIds());
    out.printf(
        "a dispatcher assigned %d needs in triage; agencies processed %d requests%n",
        assigned, posted.requestIds().size() / 2);
    changeMinds(posted.requestIds());
    List<Agreement.Line> lines = new ArrayList<>(new Agreement(services).await(TIMEOUT));
    lines.addAll(new StatusAgreement(services, posted.requestIds()).await(TIMEOUT));
    report(posted, day, lines);
    return posted.unexpected().isEmpty() && Agreement.holds(lines);
  }

  private PostResults post(int requests, List<JsonNode> territories, Instant dayStart) {
    DayPlan.Codes codes =
        new DayPlan.Codes(
            codes("/v1/channels"),
            territories.stream()
                .filter(t -> !t.path("parent").asText("").isEmpty())
                .map(t -> t.path("code").asText())
                .toList(),
            codes("/v1/needs"),
            codes("/v1/target-groups"));
    Instant now = clock.instant();
    List<PlannedPost> posts =
        new DayPlan(seed, codes, "demo-" + now.toEpochMilli(), dayStart, now).posts(requests);
    return new PostRequests(services)
        .post(posts, sent -> progress("requests sent", sent, posts.size()));
  }

  private int process(List<String> requestIds) {
    StaffSimulation staff = new StaffSimulation(services, seed);
    int assigned = staff.dispatch();
    staff.process(requestIds.subList(0, requestIds.size() / 2));
    return assigned;
  }

  /** Two requests that no agency has processed: one is withdrawn, one corrected. */
  private void changeMinds(List<String> requestIds) {
    if (requestIds.size() >= 2) {
      ChangedMinds changed = new ChangedMinds(operator);
      changed.withdraw(requestIds.getLast());
      changed.addNeed(requestIds.get(requestIds.size() - 2), codes("/v1/needs"));
      out.println("one request was withdrawn, one got another need");
    }
  }

  private void report(PostResults posted, LocalDate day, List<Agreement.Line> lines) {
    String example = resolved(posted.requestIds());
    DemoReport report = new DemoReport(operator, out);
    report.posts(posted);
    report.assignments(posted.requestIds());
    report.example(example);
    report.summary(services.as(Caller.STATISTICIAN), day.toString());
    report.roles(new RoleTour(services).take(example));
    report.agreement(lines);
    posted.unexpected().forEach(s -> out.println("UNEXPECTED RESPONSE: " + s));
    report.links(example);
  }

  /** A case that was resolved, if there is one. */
  private String resolved(List<String> requestIds) {
    return requestIds.stream()
        .filter(id -> isResolved(operator.get("case", "/v1/cases/" + id).body()))
        .findFirst()
        .orElse(requestIds.getFirst());
  }

  private static boolean isResolved(JsonNode view) {
    return view.path("status").asText().equals("settled")
        && view.at("/needs/0/status").asText().equals("resolved");
  }

  private long cases() {
    return services
        .as(Caller.STATISTICIAN)
        .get("case", "/v1/cases/counts")
        .orFail("count cases")
        .path("total")
        .asLong();
  }

  private List<String> codes(String path) {
    return operator.list("intake", path).stream().map(item -> item.path("code").asText()).toList();
  }

  private void progress(String what, int done, int all) {
    if (done % 100 == 0 || done == all) {
      out.printf("%s: %d of %d%n", what, done, all);
    }
  }
}
