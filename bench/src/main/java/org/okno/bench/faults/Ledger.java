package org.okno.bench.faults;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.bench.stack.BenchStack;
import org.okno.contracts.Topics;
import org.okno.engines.Await;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement;
import org.okno.local.demo.StatusAgreement;

/**
 * Compares what was confirmed with what every service, table and topic has afterwards.
 *
 * @param accepted requests that intake confirmed
 * @param steps steps of staff that were confirmed
 * @param cells numbers of the daily summary that were counted again
 * @param breaches differences; none when nothing was lost or doubled
 */
record Ledger(
    int accepted, int cases, int steps, int cells, History history, List<String> breaches) {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  static Ledger close(
      BenchStack bench, Set<String> accepted, Set<StaffStep> steps, Set<String> unexpected) {
    Differences differences = new Differences();
    unexpected.forEach(differences::add);
    awaitAgreement(bench.services(), differences);
    awaitSettled(bench.services(), differences);

    Tables tables = new Tables(bench.stack().postgres());
    List<String> cases = tables.cases();
    awaitStatuses(bench.services(), accepted, cases, differences);
    TopicLog log = TopicLog.read(bench.stack().broker().bootstrapServers());
    differences.compare("requests in intake", accepted, tables.requests());
    differences.compare("cases", accepted, cases);
    differences.compare("statuses in tracking", tables.needs(), tables.trackedNeeds());
    compareJournals(tables, log, differences);
    compareSteps(steps, tables, log, differences);
    log.history()
        .breaches()
        .forEach(breach -> differences.add("events of one request out of order: " + breach));
    if (log.history().cases() != accepted.size()) {
      differences.add("okno.cases has %d requests".formatted(log.history().cases()));
    }

    Recount recount = new Recount(bench.stack().postgres());
    var expected = recount.expected();
    differences.compare("daily summary", expected, recount.summary());
    return new Ledger(
        accepted.size(),
        cases.size(),
        steps.size(),
        expected.size(),
        log.history(),
        differences.all());
  }

  private static void awaitAgreement(Services services, Differences differences) {
    new Agreement(services)
        .await(TIMEOUT).stream()
            .filter(line -> !line.agrees())
            .forEach(line -> differences.add("sources differ: " + line));
  }

  /** Of the requests that have a case; what has none is reported as such. */
  private static void awaitStatuses(
      Services services, Set<String> accepted, List<String> cases, Differences differences) {
    Set<String> withCase = new HashSet<>(cases);
    withCase.retainAll(accepted);
    new StatusAgreement(services, withCase)
        .await(TIMEOUT).stream()
            .filter(line -> !line.agrees())
            .forEach(line -> differences.add("status differs: " + line));
  }

  private static void awaitSettled(Services services, Differences differences) {
    var last =
        Await.until(
            TIMEOUT,
            () -> services.as(Caller.ANALYST).get("analytics", "/v1/reconciliation").body(),
            it -> it.path("settled").asBoolean() && it.path("balanced").asBoolean());
    if (!last.path("settled").asBoolean() || !last.path("balanced").asBoolean()) {
      differences.add("the reconciliation is not settled and balanced: " + last);
    }
  }

  private static void compareJournals(Tables tables, TopicLog log, Differences differences) {
    for (String topic : List.of(Topics.QUESTIONNAIRES, Topics.PERSONS)) {
      differences.compare(
          "events on " + topic, tables.journal(Part.INTAKE, topic), log.eventIds(topic));
    }
    differences.compare(
        "events on " + Topics.CASES,
        tables.journal(Part.CASE, Topics.CASES),
        log.eventIds(Topics.CASES));
    differences.contains(
        "events on " + Topics.DECISIONS,
        tables.journal(Part.ROUTING, Topics.DECISIONS),
        log.eventIds(Topics.DECISIONS));
  }

  private static void compareSteps(
      Set<StaffStep> steps, Tables tables, TopicLog log, Differences differences) {
    differences.contains("staff steps in case", steps, tables.steps());
    differences.contains("staff steps on the topics", steps, log.steps());
    Set<String> erased =
        steps.stream()
            .filter(step -> step.what().equals("erased"))
            .map(StaffStep::id)
            .collect(Collectors.toSet());
    differences.contains("erased persons in intake", erased, tables.erased());
  }
}
