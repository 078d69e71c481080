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
import org.okno.cases.needs.StepResult;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.cases.needs.StepResult.Rejected;
import org.okno.cases.needs.StepResult.Repeated;
import org.okno.contracts.Actor;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.Deadline;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.NeedRerouted;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;

/**
 * What decisions make of one case, before it is written.
 *
 * <p>Any decision opens the case when it is the first to come: each carries the whole
 * questionnaire. The needs that it does not assign are in triage, and a later decision finds them
 * there. So the order in which routing's two producers reach the topic does not matter.
 */
final class CaseDraft {
  private final Questionnaire questionnaire;
  private final DeadlinePlan plan;
  private final SequencedMap<UUID, NeedRow> needs = new LinkedHashMap<>();
  private final List<CaseEvent> events = new ArrayList<>();
  private final Set<UUID> changed = new LinkedHashSet<>();
  private int rejected;

  private CaseDraft(Questionnaire questionnaire, Collection<NeedRow> needs, DeadlinePlan plan) {
    this.questionnaire = questionnaire;
    this.plan = plan;
    needs.forEach(need -> this.needs.put(need.id(), need));
  }

  /** A new case, opened by its first decision. */
  static CaseDraft open(RoutingEvent first, DeadlinePlan plan) {
    Questionnaire questionnaire = first.questionnaire();
    Map<UUID, Assignment> assigned =
        first.assignments().stream()
            .collect(Collectors.toMap(Assignment::needId, Function.identity(), (a, b) -> a));
    CaseOpened opened =
        new CaseOpened(
            questionnaire.requestId(),
            questionnaire.trackingNumber(),
            questionnaire.needs().stream()
                .map(need -> opened(first, need, assigned.get(need.id()), plan))
                .toList(),
            decidedAt(first),
            actor(first));
    CaseDraft draft = new CaseDraft(questionnaire, NeedRow.opened(opened, questionnaire), plan);
    draft.events.add(opened);
    return draft;
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
        ref, assignment.agency(), dueAt(deadlines), assignment.because(), deadlines);
  }

  /** A case that exists already, with its needs in their order. */
  static CaseDraft known(
      Questionnaire questionnaire, Collection<NeedRow> needs, DeadlinePlan plan) {
    return new CaseDraft(questionnaire, needs, plan);
  }

  /**
   * Applies a decision: needs without an agency get theirs, the others keep it. A dispatcher may
   * have found out what is needed: the need has that code from then on.
   */
  void handle(RoutingEvent decision) {
    for (Assignment assignment : decision.assignments()) {
      NeedRow need = requireNonNull(needs.get(assignment.needId()), "a need of the questionnaire");
      switch (assign(need, assignment, decision)) {
        case Changed(var event) -> {
          needs.put(need.id(), need.on(event));
          changed.add(need.id());
          events.add(event);
        }
        case Rejected rejection -> rejected++;
        case Repeated repeated -> {
          // Routing decides once.
        }
      }
    }
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
    };
  }

  private Changed assigned(NeedRow need, Assignment assignment, RoutingEvent decision) {
    Instant decidedAt = decidedAt(decision);
    List<Deadline> deadlines = plan.assigned(assignment, questionnaire, decidedAt);
    return new Changed(
        new NeedAssigned(
            ref(questionnaire, need.id(), assignment.need(), need.version() + 1),
            assignment.agency(),
            dueAt(deadlines),
            decidedAt,
            assignment.because(),
            actor(decision),
            deadlines));
  }

  /** The dispatcher who decided; null where the rules did. */
  private static @Nullable Actor actor(RoutingEvent decision) {
    return decision instanceof RequestRerouted rerouted ? rerouted.actor() : null;
  }

  /** When the need should be settled. */
  private static Instant dueAt(List<Deadline> deadlines) {
    return deadlines.stream()
        .filter(one -> one.kind().equals(Deadline.RESOLUTION))
        .map(Deadline::dueAt)
        .findFirst()
        .orElseThrow();
  }

  /** In milliseconds, as events record it: decisions from before November 2026 have more. */
  private static Instant decidedAt(RoutingEvent decision) {
    return decision.time().truncatedTo(ChronoUnit.MILLIS);
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
    return CaseRow.of(questionnaire, openedAt, status(), changes(), false, false);
  }

  /** The needs, in the order they were asked for. */
  List<NeedRow> needs() {
    return List.copyOf(needs.values());
  }

  /** The needs that {@link #handle} changed. */
  List<NeedRow> changedNeeds() {
    return changed.stream().map(id -> requireNonNull(needs.get(id))).toList();
  }

  /** How many changes {@link #handle} made; the version of the case grows by so many. */
  int changes() {
    return changed.size();
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

  /** What happened, in order. */
  List<CaseEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** How many assignments were rejected: the state of the need did not allow them. */
  int rejected() {
    return rejected;
  }
}
