package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

  /**
   * The audits that publish again what was lost wait up to five minutes, and look each minute or
   * five.
   */
  private static final Duration TIMEOUT_OF_AUDITS = Duration.ofMinutes(12);

  private static final List<Agreement.Line> NO_RESPONSE =
      List.of(new Agreement.Line("responses", "services", 0, "expected", 1));

  /** The topics that a journal is published to, and by whom. */
  private static final Map<String, Part> JOURNALS =
      Map.of(
          Topics.QUESTIONNAIRES, Part.INTAKE, Topics.PERSONS, Part.INTAKE, Topics.CASES, Part.CASE);

  /**
   * @param powerCut whether Kafka lost records: they are published again, after what followed them
   */
  static Ledger close(
      BenchStack bench,
      Set<String> accepted,
      Set<StaffStep> steps,
      DeadLetters deadLetters,
      Set<String> unexpected,
      boolean powerCut) {
    Duration timeout = powerCut ? TIMEOUT_OF_AUDITS : TIMEOUT;
    Differences differences = new Differences();
    unexpected.forEach(differences::add);
    awaitAgreement(bench.services(), timeout, differences);
    awaitSettled(bench.services(), timeout, differences);

    Tables tables = new Tables(bench.stack().postgres());
    List<String> cases = tables.cases();
    awaitStatuses(bench.services(), accepted, cases, timeout, differences);
    TopicLog log =
        Await.until(
            timeout,
            () -> TopicLog.read(bench.stack().broker().administrator()),
            read -> isPublished(tables, read));
    differences.compare("requests in intake", accepted, tables.requests());
    differences.compare("cases", accepted, cases);
    differences.compare("statuses in tracking", tables.needs(), tables.trackedNeeds());
    compareJournals(tables, log, differences);
    compareSteps(steps, tables, log, differences);
    deadLetters.compare(differences);
    if (!powerCut) {
      log.history()
          .breaches()
          .forEach(breach -> differences.add("events of one request out of order: " + breach));
    }
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

  private static void awaitAgreement(Services services, Duration timeout, Differences differences) {
    awaitLines(timeout, new Agreement(services)::read).stream()
        .filter(line -> !line.agrees())
        .forEach(line -> differences.add("sources differ: " + line));
  }

  /** Of the requests that have a case; what has none is reported as such. */
  private static void awaitStatuses(
      Services services,
      Set<String> accepted,
      List<String> cases,
      Duration timeout,
      Differences differences) {
    Set<String> withCase = new HashSet<>(cases);
    withCase.retainAll(accepted);
    awaitLines(timeout, new StatusAgreement(services, withCase)::read).stream()
        .filter(line -> !line.agrees())
        .forEach(line -> differences.add("status differs: " + line));
  }

  private static List<Agreement.Line> awaitLines(
      Duration timeout, Supplier<List<Agreement.Line>> read) {
    return Await.until(timeout, () -> ifResponding(read, NO_RESPONSE), Agreement::holds);
  }

  /** A service that starts, or a machine that is busy with it, may not respond for a while. */
  private static <T> T ifResponding(Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (UncheckedIOException | IllegalStateException e) {
      return otherwise;
    }
  }

  private static void awaitSettled(Services services, Duration timeout, Differences differences) {
    JsonNode last =
        Await.until(
            timeout,
            () ->
                ifResponding(
                    () -> services.as(Caller.ANALYST).get("analytics", "/v1/reconciliation").body(),
                    MissingNode.getInstance()),
            it -> it.path("settled").asBoolean() && it.path("balanced").asBoolean());
    if (!last.path("settled").asBoolean() || !last.path("balanced").asBoolean()) {
      differences.add("the reconciliation is not settled and balanced: " + last);
    }
  }

  private static boolean isPublished(Tables tables, TopicLog log) {
    return JOURNALS.entrySet().stream()
        .allMatch(
            it ->
                log.eventIds(it.getKey()).containsAll(tables.journal(it.getValue(), it.getKey())));
  }

  private static void compareJournals(Tables tables, TopicLog log, Differences differences) {
    JOURNALS.forEach(
        (topic, service) ->
            differences.compare(
                "events on " + topic, tables.journal(service, topic), log.eventIds(topic)));
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
