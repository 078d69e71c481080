package org.okno.casework.opening;

import static java.util.Objects.requireNonNull;

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
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Change;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.NeedState;
import org.okno.casework.needs.Responsibility;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;

/**
 * What decisions make of one case, before it is written.
 *
 * <p>Any decision opens the case when it is the first to come: each carries the whole
 * questionnaire. The needs it says nothing of wait in triage, and a later decision finds them
 * there. So the order in which routing's two producers reach the topic does not matter.
 */
public final class CaseDraft {
  private final UUID requestId;
  private final SequencedMap<UUID, Need> needs = new LinkedHashMap<>();
  private final List<CaseEvent> events = new ArrayList<>();
  private final Set<UUID> changed = new LinkedHashSet<>();
  private final List<String> refusals = new ArrayList<>();

  private CaseDraft(UUID requestId, Collection<Need> needs) {
    this.requestId = requestId;
    needs.forEach(need -> this.needs.put(need.ref().needId(), need));
  }

  /** A new case, opened by its first decision. */
  public static CaseDraft open(RoutingEvent first) {
    Questionnaire asked = first.questionnaire();
    Map<UUID, Assignment> assigned =
        first.assignments().stream()
            .collect(Collectors.toMap(Assignment::needId, Function.identity(), (a, b) -> a));
    List<Need> needs =
        asked.needs().stream()
            .map(need -> new Need(ref(asked, need), stateBy(first, assigned.get(need.id()))))
            .toList();
    CaseDraft draft = new CaseDraft(asked.requestId(), needs);
    List<OpenedNeed> opened = needs.stream().map(CaseDraft::opened).toList();
    draft.events.add(
        new CaseOpened(asked.requestId(), asked.trackingNumber(), opened, first.time()));
    return draft;
  }

  /** A case that is there already. */
  static CaseDraft known(UUID requestId, Collection<Need> needs) {
    return new CaseDraft(requestId, needs);
  }

  /** Gives a decision to the case: needs without an agency get theirs; what has one keeps it. */
  void take(RoutingEvent decision) {
    for (Assignment assignment : decision.assignments()) {
      Need need = requireNonNull(needs.get(assignment.needId()), "a need of the questionnaire");
      Responsibility to = Responsibility.by(assignment, decision.time());
      Change change =
          switch (decision) {
            case RequestRerouted rerouted -> need.reassign(to);
            case RequestRouted routed -> need.assign(to);
            case RequestHeld held -> need.assign(to);
          };
      follow(need, change);
    }
  }

  UUID requestId() {
    return requestId;
  }

  /** The needs, in the order they were asked for. */
  public List<Need> needs() {
    return List.copyOf(needs.values());
  }

  /** The needs that {@link #take} changed. */
  List<Need> changedNeeds() {
    return changed.stream().map(id -> requireNonNull(needs.get(id))).toList();
  }

  /** How many changes {@link #take} made; the version of the case grows by so many. */
  int changes() {
    return changed.size();
  }

  /** How many of them were changes of this need: its version grows by so many. */
  int changes(Need need) {
    return changed.contains(need.ref().needId()) ? 1 : 0;
  }

  CaseStatus status() {
    return CaseStatus.of(needs.values().stream().map(need -> need.state().status()).toList());
  }

  /** What happened, in order. */
  public List<CaseEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** Why assignments were not taken: business answers, no faults. */
  List<String> refusals() {
    return Collections.unmodifiableList(refusals);
  }

  private void follow(Need need, Change change) {
    switch (change) {
      case Change.Made made -> {
        needs.put(need.ref().needId(), new Need(need.ref(), made.state()));
        changed.add(need.ref().needId());
        events.add(made.event());
      }
      case Change.Refused refused -> refusals.add(refused.reason());
    }
  }

  private static NeedRef ref(Questionnaire asked, RequestedNeed need) {
    return new NeedRef(
        asked.requestId(),
        need.id(),
        need.need(),
        asked.channel(),
        asked.territory(),
        asked.requestedAt());
  }

  private static NeedState stateBy(RoutingEvent decision, @Nullable Assignment assignment) {
    return assignment == null
        ? new NeedState.InTriage()
        : new NeedState.Assigned(Responsibility.by(assignment, decision.time()));
  }

  private static OpenedNeed opened(Need need) {
    return need.state() instanceof NeedState.Assigned(Responsibility by)
        ? new OpenedNeed(need.ref(), by.agency(), by.dueAt())
        : new OpenedNeed(need.ref(), null, null);
  }
}
