package org.okno.casework.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.casework.Requests;
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Change;
import org.okno.casework.needs.DeclineReason;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.NeedState;
import org.okno.casework.needs.NeedStatus;
import org.okno.casework.needs.Outcome;
import org.okno.casework.needs.Responsibility;
import org.okno.casework.opening.CaseDraft;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RoutingEvent;

class ReplayTest {
  private static final Instant LATER = Requests.DECIDED.plusSeconds(600);

  private final Questionnaire asked = Requests.request("food", "legal");
  private final RoutingEvent held = Requests.held(asked, "a");
  private final RoutingEvent rerouted = Requests.rerouted(asked, 1, "b", 30);

  @Test
  void shouldGiveTheCaseAsItWasOpenedWhenNothingHappenedSince() {
    RebuiltCase rebuilt = Replay.of(opening(held), List.of(held)).orElseThrow();

    assertThat(rebuilt.asked()).isEqualTo(asked);
    assertThat(rebuilt.openedAt()).isEqualTo(Requests.DECIDED);
    assertThat(statuses(rebuilt)).containsExactly(NeedStatus.ASSIGNED, NeedStatus.IN_TRIAGE);
    assertThat(rebuilt.changes()).isZero();
  }

  @Test
  void shouldGiveEachNeedTheStateItsEventsLedTo() {
    List<CaseEvent> events = opening(held);
    Need food = CaseDraft.open(held).needs().getFirst();
    Need legal = CaseDraft.open(held).needs().getLast();
    legal = add(events, legal, legal.reassign(by(rerouted)));
    food = add(events, food, food.accept(LATER));
    food = add(events, food, food.resolve(Outcome.HELPED, LATER.plusSeconds(1)));
    legal = add(events, legal, legal.decline(DeclineReason.NO_CAPACITY, LATER.plusSeconds(2)));
    events.add(new CaseClosed(asked.requestId(), LATER.plusSeconds(2)));

    RebuiltCase rebuilt = Replay.of(events, List.of(held, rerouted)).orElseThrow();

    assertThat(rebuilt.needs()).extracting(RebuiltCase.Changed::need).containsExactly(food, legal);
    assertThat(rebuilt.status()).isEqualTo(CaseStatus.SETTLED);
    assertThat(rebuilt.needs()).extracting(RebuiltCase.Changed::changes).containsExactly(2, 2);
  }

  @Test
  void shouldKeepTheRuleOfTheDecisionThatGaveTheNeed() {
    List<CaseEvent> events = opening(held);
    Need legal = CaseDraft.open(held).needs().getLast();
    add(events, legal, legal.reassign(by(rerouted)));

    RebuiltCase rebuilt = Replay.of(events, List.of(held, rerouted)).orElseThrow();

    assertThat(rebuilt.needs().getLast().need().state())
        .isEqualTo(new NeedState.Assigned(by(rerouted)));
  }

  @Test
  void shouldWaitForTheDecisionThatOpenedTheCase() {
    List<CaseEvent> events = opening(rerouted);

    assertThat(Replay.of(events, List.of(held))).isEmpty();
    assertThat(Replay.of(events, List.of(held, rerouted))).isPresent();
  }

  @Test
  void shouldWaitForTheDecisionThatGaveTheNeed() {
    List<CaseEvent> events = opening(held);
    Need legal = CaseDraft.open(held).needs().getLast();
    add(events, legal, legal.reassign(by(rerouted)));

    assertThat(Replay.of(events, List.of(held))).isEmpty();
  }

  @Test
  void shouldRefuseAnEventThatTheRulesDoNotAllow() {
    List<CaseEvent> events = opening(held);
    Need food = CaseDraft.open(held).needs().getFirst();
    food = add(events, food, food.accept(LATER));
    events.add(events.getLast());

    assertThatThrownBy(() -> Replay.of(events, List.of(held)))
        .isInstanceOf(ContradictionException.class)
        .hasMessage(
            "case %s: NeedAccepted cannot follow on a need that is accepted", asked.requestId());
  }

  @Test
  void shouldRefuseACaseThatBeginsInTheMiddle() {
    List<CaseEvent> events = opening(held);
    Need food = CaseDraft.open(held).needs().getFirst();
    add(events, food, food.accept(LATER));

    assertThatThrownBy(() -> Replay.of(events.subList(1, 2), List.of(held)))
        .isInstanceOf(ContradictionException.class)
        .hasMessageContaining("its first event is not its opening");
  }

  private static List<CaseEvent> opening(RoutingEvent decision) {
    return new ArrayList<>(CaseDraft.open(decision).events());
  }

  /** Adds the event of a change, and answers with the need as it left it. */
  private static Need add(List<CaseEvent> events, Need need, Change change) {
    Change.Made made = (Change.Made) change;
    events.add(made.event());
    return new Need(need.ref(), made.state());
  }

  private static Responsibility by(RoutingEvent decision) {
    return Responsibility.by(decision.assignments().getFirst(), decision.time());
  }

  private static List<NeedStatus> statuses(RebuiltCase rebuilt) {
    return rebuilt.needs().stream().map(one -> one.need().state().status()).toList();
  }
}
