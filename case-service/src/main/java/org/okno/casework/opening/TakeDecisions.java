package org.okno.casework.opening;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.okno.consumer.PoisonEventException;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.journal.Journal;

/**
 * Opens cases from decisions, and gives decisions to cases that are there: a handful of statements
 * for any number of them.
 */
@Singleton
final class TakeDecisions {
  private final NewCases newCases;
  private final KnownCases knownCases;
  private final Journal journal;

  TakeDecisions(NewCases newCases, KnownCases knownCases, Journal journal) {
    this.newCases = newCases;
    this.knownCases = knownCases;
    this.journal = journal;
  }

  /**
   * What became of a batch.
   *
   * @param opened ids of the requests that have a new case
   * @param changed ids of the requests whose case took a later decision
   * @param refusals why assignments were not taken
   */
  record Taken(List<UUID> opened, List<UUID> changed, List<String> refusals) {}

  /**
   * Takes decisions in their order, in the caller's transaction.
   *
   * @throws PoisonEventException if a decision assigns a need that its questionnaire does not have
   */
  Taken take(Connection connection, List<RoutingEvent> decisions) throws SQLException {
    decisions.forEach(TakeDecisions::requireWhole);
    Map<UUID, List<RoutingEvent>> byRequest =
        decisions.stream()
            .collect(
                Collectors.groupingBy(
                    decision -> decision.questionnaire().requestId(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<NewCase> drafts = byRequest.values().stream().map(TakeDecisions::open).toList();
    Set<UUID> opened = newCases.insert(connection, drafts);
    List<CaseDraft> written =
        drafts.stream()
            .map(NewCase::draft)
            .filter(draft -> opened.contains(draft.requestId()))
            .collect(Collectors.toCollection(ArrayList::new));
    List<CaseDraft> known = takeKnown(connection, byRequest, opened);
    written.addAll(known);
    journal.append(connection, events(written));
    return new Taken(
        List.copyOf(opened),
        known.stream()
            .filter(draft -> !draft.changedNeeds().isEmpty())
            .map(CaseDraft::requestId)
            .toList(),
        written.stream().flatMap(draft -> draft.refusals().stream()).toList());
  }

  private List<CaseDraft> takeKnown(
      Connection connection, Map<UUID, List<RoutingEvent>> byRequest, Set<UUID> opened)
      throws SQLException {
    List<List<RoutingEvent>> later =
        byRequest.entrySet().stream()
            .filter(one -> !opened.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (later.isEmpty()) {
      return List.of();
    }
    List<CaseDraft> known =
        knownCases.lock(
            connection,
            later.stream().map(decisions -> decisions.getFirst().questionnaire()).toList());
    known.forEach(draft -> requireNonNull(byRequest.get(draft.requestId())).forEach(draft::take));
    knownCases.update(connection, known);
    return known;
  }

  private static NewCase open(List<RoutingEvent> decisions) {
    RoutingEvent first = decisions.getFirst();
    CaseDraft draft = CaseDraft.open(first);
    decisions.stream().skip(1).forEach(draft::take);
    return new NewCase(first.questionnaire(), first.time(), draft);
  }

  private static List<CaseEvent> events(List<CaseDraft> drafts) {
    return drafts.stream().flatMap(draft -> draft.events().stream()).toList();
  }

  private static void requireWhole(RoutingEvent decision) {
    Set<UUID> asked =
        decision.questionnaire().needs().stream()
            .map(RequestedNeed::id)
            .collect(Collectors.toSet());
    if (asked.size() < decision.questionnaire().needs().size()) {
      throw new PoisonEventException("two needs of the questionnaire have one id");
    }
    if (decision.assignments().stream().anyMatch(one -> !asked.contains(one.needId()))) {
      throw new PoisonEventException("a need is assigned that the questionnaire does not have");
    }
  }
}
