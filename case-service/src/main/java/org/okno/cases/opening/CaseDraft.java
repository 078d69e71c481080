package org.okno.cases.opening;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.cases.deadlines.DeadlinePlan;
import org.okno.cases.deadlines.DeadlineRow;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.needs.NeedState.Accepted;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.cases.needs.NeedState.Declined;
import org.okno.cases.needs.NeedState.InProgress;
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.NeedState.WaitingForApplicant;
import org.okno.cases.needs.NeedState.Withdrawn;
import org.okno.cases.needs.StepResult;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.WithdrawalRule;
import org.okno.contracts.Actor;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.NeedRerouted;
import org.okno.contracts.RoutingEvent.NeedsWithdrawn;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.PoisonEventException;

/**
 * What decisions make of one case, before it is written.
 *
 * <p>Any decision opens the case when it is the first to come: each carries the whole
 * questionnaire. The needs that it does not assign are in triage, and a later decision finds them
 * there. So the order in which routing's two producers reach the topic does not matter. Nor does it
 * for a withdrawal: a need that gets its agency later is withdrawn then.
 */
final class CaseDraft {
  private final Questionnaire questionnaire;
  private final DeadlinePlan plan;
  private final SequencedMap<UUID, NeedRow> needs = new LinkedHashMap<>();
  private final List<CaseEvent> events = new ArrayList<>();
  private final Set<UUID> changed = new LinkedHashSet<>();
  private @Nullable CaseCorrected correction;
  private int changes;
  private int rejected;

  private CaseDraft(Questionnaire questionnaire, Collection<NeedRow> needs, DeadlinePlan plan) {
    this.questionnaire = questionnaire;
    this.plan = plan;
    needs.forEach(need -> this.needs.put(need.id(), need));
  }

  /** A new case, opened by its first decision. */
  static CaseDraft open(RoutingEvent first, DeadlinePlan plan) {
    Questionnaire questionnaire = first.questionnaire();
    List<RequestedNeed> requested = first.requestedNeeds();
    CaseOpened opened =
        new CaseOpened(
            questionnaire.requestId(),
            questionnaire.trackingNumber(),
            opened(first, requested, plan),
            decidedAt(first),
            actor(first));
    CaseDraft draft = new CaseDraft(questionnaire, NeedRow.opened(opened, requested), plan);
    draft.events.add(opened);
    draft.withdraw(first);
    return draft;
  }

  private static List<OpenedNeed> opened(
      RoutingEvent decision, List<RequestedNeed> needs, DeadlinePlan plan) {
    Map<UUID, Assignment> assigned =
        decision.assignments().stream()
            .collect(Collectors.toMap(Assignment::needId, Function.identity(), (a, b) -> a));
    return needs.stream()
        .map(need -> opened(decision, need, assigned.get(need.id()), plan))
        .toList();
  }

  private static OpenedNeed opened(
      RoutingEvent first, RequestedNeed need, @Nullable Assignment assignment, DeadlinePlan plan) {
    Questionnaire questionnaire = first.questionnaire();
    if (assignment == null) {
      NeedRef ref = ref(questionnaire, need.id(), need.need(), 1);
      return new OpenedNeed(ref, null, null, null, plan.inTriage(questionnaire, decidedAt(first)));
    }
    NeedRef ref = ref(questionnaire, need.id(), assignment.need(), 1);
    List<Deadline> deadlines = plan.assigned(assignment, questionnaire, decidedAt(first));
    return new OpenedNeed(
        ref,
        assignment.agency(),
        Deadline.resolutionDue(deadlines).orElseThrow(),
        assignment.because(),
        deadlines);
  }

  /** A case that exists already, with its needs in their order. */
  static CaseDraft known(
      Questionnaire questionnaire, Collection<NeedRow> needs, DeadlinePlan plan) {
    return new CaseDraft(questionnaire, needs, plan);
  }

  /**
   * Applies a decision: needs without an agency get theirs, the others keep it; what was withdrawn
   * is settled where nobody works on it. A dispatcher may have found out what is needed: the need
   * has that code from then on.
   *
   * @throws PoisonEventException if it is about a need that the case does not have
   */
  void handle(RoutingEvent decision) {
    if (decision instanceof RequestCorrected corrected) {
      correct(corrected);
    }
    for (Assignment assignment : assignmentsToKnown(decision)) {
      NeedRow need = need(assignment.needId());
      StepResult result = assign(need, assignment, decision);
      rejected += result instanceof Rejected ? 1 : 0;
      apply(result);
      Withdrawal withdrawal = need.withdrawn();
      if (result instanceof Changed && withdrawal != null) {
        withdraw(need.id(), withdrawal, decision);
      }
    }
    withdraw(decision);
  }

  /** What a correction adds was assigned as it was added. */
  private static List<Assignment> assignmentsToKnown(RoutingEvent decision) {
    return decision instanceof RequestCorrected ? List.of() : decision.assignments();
  }

  private void correct(RequestCorrected decision) {
    List<RequestedNeed> added =
        decision.questionnaire().needs().stream()
            .filter(need -> decision.correction().added().contains(need.id()))
            .filter(need -> !needs.containsKey(need.id()))
            .toList();
    CaseCorrected event =
        new CaseCorrected(
            requestId(),
            decision.questionnaire(),
            opened(decision, added, plan),
            decidedAt(decision),
            decision.correction().actor());
    correction = event;
    changes++;
    events.add(event);
    NeedRow.added(event, needs.size())
        .forEach(
            need -> {
              needs.put(need.id(), need);
              changed.add(need.id());
            });
  }

  private void withdraw(RoutingEvent decision) {
    switch (decision) {
      case RequestCorrected it ->
          it.correction()
              .removed()
              .forEach(need -> withdraw(need.id(), it.correction().withdrawal(), it));
      case RequestWithdrawn it ->
          List.copyOf(needs.keySet()).forEach(id -> withdraw(id, it.withdrawal(), it));
      case NeedsWithdrawn it -> it.needs().forEach(need -> leaveTriage(need.id(), it));
      case RequestRouted routed -> {}
      case RequestHeld held -> {}
      case RequestRerouted rerouted -> {}
      case NeedRerouted rerouted -> {}
      case NeedHeld held -> {}
    }
  }

  private void withdraw(UUID needId, Withdrawal withdrawal, RoutingEvent decision) {
    NeedRow need = need(needId);
    apply(WithdrawalRule.withdraw(next(need), need, withdrawal, decidedAt(decision)));
  }

  private void leaveTriage(UUID needId, NeedsWithdrawn decision) {
    NeedRow need = need(needId);
    apply(WithdrawalRule.leaveTriage(next(need), need, decision.withdrawal(), decidedAt(decision)));
  }

  private void apply(StepResult result) {
    if (result instanceof Changed(var event)) {
      NeedRow need = need(event.need().needId());
      boolean wasSettled = isSettled();
      needs.put(need.id(), need.on(event));
      changed.add(need.id());
      changes++;
      events.add(event);
      if (isSettled() && !wasSettled) {
        events.add(new CaseClosed(requestId(), event.time(), event.actor()));
      }
    }
  }

  private NeedRow need(UUID id) {
    NeedRow need = needs.get(id);
    if (need == null) {
      throw new PoisonEventException("the case does not have the need");
    }
    return need;
  }

  private boolean isSettled() {
    return status() == RequestStatus.SETTLED;
  }

  /** A need that its agency declined may have the next one. */
  private StepResult assign(NeedRow need, Assignment assignment, RoutingEvent decision) {
    return switch (need.state()) {
      case InTriage waiting -> assigned(need, assignment, decision);
      case Assigned assigned -> StepResult.HAS_AGENCY;
      case Accepted accepted -> StepResult.HAS_AGENCY;
      case InProgress working -> StepResult.HAS_AGENCY;
      case WaitingForApplicant paused -> StepResult.HAS_AGENCY;
      case Resolved resolved -> StepResult.IS_RESOLVED;
      case Declined declined when !mayFollow(decision, declined) -> StepResult.DECIDED_BEFORE;
      case Declined declined -> assigned(need, assignment, decision);
      case Withdrawn withdrawn -> StepResult.IS_WITHDRAWN;
    };
  }

  /**
   * Whether a decision is about a need as it was declined. Routing says which decline it answers:
   * clocks of two services are not compared. A dispatcher decides minutes later, and may do so
   * again.
   */
  private static boolean mayFollow(RoutingEvent decision, Declined declined) {
    return switch (decision) {
      case NeedRerouted next ->
          next.refusals().getLast().declinedAt().equals(declined.declinedAt());
      case RequestRerouted chosen -> !decidedAt(chosen).isBefore(declined.declinedAt());
      case RequestRouted first -> false;
      case RequestHeld first -> false;
      case NeedHeld held -> false;
      case RequestCorrected corrected -> false;
      case RequestWithdrawn withdrawn -> false;
      case NeedsWithdrawn withdrawn -> false;
    };
  }

  private Changed assigned(NeedRow need, Assignment assignment, RoutingEvent decision) {
    Instant decidedAt = decidedAt(decision);
    List<Deadline> deadlines = plan.assigned(assignment, questionnaire, decidedAt);
    return new Changed(
        new NeedAssigned(
            ref(questionnaire, need.id(), assignment.need(), need.version() + 1),
            assignment.agency(),
            Deadline.resolutionDue(deadlines).orElseThrow(),
            decidedAt,
            assignment.because(),
            actor(decision),
            deadlines));
  }

  /** The dispatcher who decided; null where the rules did. */
  private static @Nullable Actor actor(RoutingEvent decision) {
    return decision instanceof RequestRerouted rerouted ? rerouted.actor() : null;
  }

  /** In milliseconds, as events record it: decisions from before November 2026 have more. */
  private static Instant decidedAt(RoutingEvent decision) {
    return decision.time().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The need as its next event names it. */
  private NeedRef next(NeedRow need) {
    return ref(questionnaire, need.id(), need.need(), need.version() + 1);
  }

  private static NeedRef ref(Questionnaire questionnaire, UUID needId, String need, long version) {
    return new NeedRef(
        questionnaire.requestId(),
        needId,
        need,
        questionnaire.channel(),
        questionnaire.territory(),
        questionnaire.requestedAt(),
        version);
  }

  UUID requestId() {
    return questionnaire.requestId();
  }

  /** The row of a new case. */
  CaseRow row() {
    Instant openedAt = events.getFirst().time();
    Questionnaire now = correction == null ? questionnaire : correction.questionnaire();
    return CaseRow.of(now, openedAt, status(), changes(), false, false);
  }

  /** The needs, in the order they were asked for. */
  List<NeedRow> needs() {
    return List.copyOf(needs.values());
  }

  /** The needs that {@link #handle} changed. */
  List<NeedRow> changedNeeds() {
    return changed.stream().map(id -> requireNonNull(needs.get(id))).toList();
  }

  /** What the request says now; empty where that was not corrected. */
  Optional<Questionnaire> corrected() {
    return Optional.ofNullable(correction).map(CaseCorrected::questionnaire);
  }

  /** How many changes {@link #handle} made; the version of the case grows by so many. */
  int changes() {
    return changes;
  }

  RequestStatus status() {
    return CaseFile.statusOf(needs());
  }

  /** The deadlines that {@link #events} set, of a case that had none before. */
  List<DeadlineRow> deadlines() {
    List<DeadlineRow> rows = List.of();
    for (CaseEvent event : events) {
      rows = DeadlineRow.after(rows, event);
    }
    return rows;
  }

  /** The needs whose deadlines end or are set anew. */
  List<NeedRow> rescheduledNeeds() {
    return events.stream()
        .filter(event -> event instanceof NeedAssigned || event instanceof NeedWithdrawn)
        .map(event -> ((NeedEvent) event).need().needId())
        .distinct()
        .map(this::need)
        .toList();
  }

  /** What happened, in order. */
  List<CaseEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** How many assignments were rejected: the state of the need did not allow them. */
  int rejected() {
    return rejected;
  }
}
