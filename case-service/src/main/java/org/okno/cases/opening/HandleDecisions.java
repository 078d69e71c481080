package org.okno.cases.opening;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.okno.cases.deadlines.DeadlinePlan;
import org.okno.cases.deadlines.PlanDeadlines;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.persons.ErasureRepository;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.messaging.Journal;
import org.okno.messaging.PoisonEventException;

/**
 * Opens cases from decisions, and applies decisions to cases that exist: a constant number of
 * statements for any number of them.
 */
@Singleton
class HandleDecisions {
  private final OpeningRepository repository;
  private final ErasureRepository erasures;
  private final PlanDeadlines planDeadlines;
  private final Journal journal;

  HandleDecisions(
      OpeningRepository repository,
      ErasureRepository erasures,
      PlanDeadlines planDeadlines,
      Journal journal) {
    this.repository = repository;
    this.erasures = erasures;
    this.planDeadlines = planDeadlines;
    this.journal = journal;
  }

  /**
   * What became of decisions.
   *
   * @param opened ids of the requests that have a new case
   * @param changed ids of the requests whose case was changed by a later decision
   * @param rejected how many assignments were rejected
   */
  record Handled(List<UUID> opened, List<UUID> changed, int rejected) {}

  /**
   * Handles decisions in their order.
   *
   * @throws PoisonEventException if a decision assigns or withdraws a need that the case does not
   *     have
   */
  @Transactional
  Handled handle(List<RoutingEvent> decisions) {
    if (decisions.isEmpty()) {
      return new Handled(List.of(), List.of(), 0);
    }
    decisions.forEach(HandleDecisions::requireConsistent);
    Map<UUID, List<RoutingEvent>> byRequest =
        decisions.stream()
            .collect(
                Collectors.groupingBy(
                    decision -> decision.questionnaire().requestId(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    DeadlinePlan plan = planDeadlines.plan(decisions);
    List<CaseDraft> drafts = byRequest.values().stream().map(one -> open(one, plan)).toList();
    Set<UUID> opened = repository.insert(drafts);
    erasures.eraseIn(opened);
    List<CaseDraft> written =
        new ArrayList<>(
            drafts.stream().filter(draft -> opened.contains(draft.requestId())).toList());
    byRequest.keySet().removeAll(opened);
    List<CaseDraft> known = handleKnown(List.copyOf(byRequest.values()), plan);
    written.addAll(known);
    journal.append(written.stream().flatMap(draft -> draft.events().stream()).toList());
    return new Handled(
        List.copyOf(opened),
        known.stream().filter(draft -> draft.changes() > 0).map(CaseDraft::requestId).toList(),
        written.stream().mapToInt(CaseDraft::rejected).sum());
  }

  private static CaseDraft open(List<RoutingEvent> decisions, DeadlinePlan plan) {
    CaseDraft draft = CaseDraft.open(decisions.getFirst(), plan);
    decisions.stream().skip(1).forEach(draft::handle);
    return draft;
  }

  private List<CaseDraft> handleKnown(List<List<RoutingEvent>> later, DeadlinePlan plan) {
    if (later.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<NeedRow>> needs =
        repository.lockedNeeds(
            later.stream().map(one -> one.getFirst().questionnaire().requestId()).toList());
    List<CaseDraft> known =
        later.stream().map(decisions -> handle(decisions, needs, plan)).toList();
    repository.update(known.stream().filter(draft -> draft.changes() > 0).toList());
    return known;
  }

  private static CaseDraft handle(
      List<RoutingEvent> decisions, Map<UUID, List<NeedRow>> needs, DeadlinePlan plan) {
    var questionnaire = decisions.getFirst().questionnaire();
    CaseDraft draft =
        CaseDraft.known(questionnaire, requireNonNull(needs.get(questionnaire.requestId())), plan);
    decisions.forEach(draft::handle);
    return draft;
  }

  private static void requireConsistent(RoutingEvent decision) {
    List<RequestedNeed> requested = decision.questionnaire().needs();
    Set<UUID> ids = requested.stream().map(RequestedNeed::id).collect(Collectors.toSet());
    if (ids.size() < requested.size()) {
      throw new PoisonEventException("two needs of the questionnaire have one id");
    }
    if (decision.assignments().stream().anyMatch(one -> !ids.contains(one.needId()))) {
      throw new PoisonEventException("a need is assigned that the questionnaire does not have");
    }
  }
}
