package org.okno.casework.rebuilding;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.okno.casework.needs.Change;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.DeclineReason;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.Outcome;
import org.okno.casework.needs.Responsibility;
import org.okno.casework.opening.CaseDraft;
import org.okno.casework.rebuilding.RebuiltCase.Changed;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.RoutingEvent;

/**
 * Plays what happened to one case again.
 *
 * <p>The events say what happened, and in which order. The decisions say what events of a case do
 * not: the questionnaire, and by which rule a need came to its agency. Each step is taken by the
 * rules that took it the first time, and must lead to the very event that is recorded.
 */
final class Replay {
  private final List<RoutingEvent> decisions;
  private final SequencedMap<UUID, Changed> needs = new LinkedHashMap<>();

  private Replay(List<RoutingEvent> decisions) {
    this.decisions = decisions;
  }

  /**
   * The case; empty while a decision that an event rests on is not among those given.
   *
   * @param events of one case, each once, in their order; at least one
   * @throws ContradictionException if the rules lead elsewhere than the events say
   */
  static Optional<RebuiltCase> of(List<CaseEvent> events, List<RoutingEvent> decisions) {
    if (!(events.getFirst() instanceof CaseOpened opened)) {
      throw new ContradictionException(
          events.getFirst().requestId(), "its first event is not its opening");
    }
    return new Replay(decisions).play(opened, events.subList(1, events.size()));
  }

  private Optional<RebuiltCase> play(CaseOpened opened, List<CaseEvent> later) {
    Optional<RoutingEvent> first =
        decisions.stream().filter(one -> open(one).events().getFirst().equals(opened)).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    open(first.get()).needs().forEach(need -> put(new Changed(need, 0)));
    for (CaseEvent event : later) {
      if (!follow(event)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new RebuiltCase(
            first.get().questionnaire(), opened.time(), List.copyOf(needs.sequencedValues())));
  }

  private static CaseDraft open(RoutingEvent decision) {
    return CaseDraft.open(decision);
  }

  /** False when the decision that the event rests on is missing. */
  private boolean follow(CaseEvent event) {
    return switch (event) {
      case CaseOpened again ->
          throw new ContradictionException(again.requestId(), "it is opened twice");
      // Where all needs are settled the case is: nothing of its own to follow.
      case CaseClosed closed -> true;
      case NeedEvent of -> follow(of);
    };
  }

  private boolean follow(NeedEvent event) {
    Changed before = needs.get(event.need().needId());
    if (before == null) {
      throw new ContradictionException(
          event.requestId(), "an event tells of a need that nobody asked for");
    }
    Optional<Change> change = step(before.need(), event);
    change.ifPresent(one -> put(before.to(made(one, event, before.need()))));
    return change.isPresent();
  }

  private Optional<Change> step(Need need, NeedEvent event) {
    return switch (event) {
      case NeedAssigned assigned -> responsibility(assigned).map(need::reassign);
      case NeedAccepted accepted -> Optional.of(need.accept(accepted.time()));
      case NeedDeclined declined ->
          Optional.of(
              need.decline(code(DeclineReason.class, declined.reason(), event), declined.time()));
      case NeedResolved resolved ->
          Optional.of(need.resolve(code(Outcome.class, resolved.outcome(), event), event.time()));
    };
  }

  private Optional<Responsibility> responsibility(NeedAssigned event) {
    return decisions.stream()
        .flatMap(
            decision ->
                decision.assignments().stream()
                    .filter(assignment -> assignment.needId().equals(event.need().needId()))
                    .map(assignment -> Responsibility.by(assignment, decision.time())))
        .filter(by -> by.agency().equals(event.agency()))
        .filter(by -> by.assignedAt().equals(event.assignedAt()))
        .filter(by -> by.dueAt().equals(event.dueAt()))
        .findFirst();
  }

  private static Need made(Change change, NeedEvent event, Need before) {
    if (change instanceof Change.Made made && made.event().equals(event)) {
      return new Need(before.ref(), made.state());
    }
    throw new ContradictionException(
        event.requestId(),
        event.getClass().getSimpleName()
            + " cannot follow on a need that is "
            + Codes.of(before.state().status()));
  }

  private static <E extends Enum<E>> E code(Class<E> kind, String code, NeedEvent event) {
    return Codes.read(kind, code)
        .orElseThrow(
            () ->
                new ContradictionException(
                    event.requestId(), "no such " + kind.getSimpleName() + ": " + code));
  }

  private void put(Changed changed) {
    needs.put(requireNonNull(changed.need().ref().needId()), changed);
  }
}
