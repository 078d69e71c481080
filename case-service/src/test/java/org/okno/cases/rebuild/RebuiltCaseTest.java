package org.okno.cases.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.opening.CaseRow;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.testkit.SampleRequest;

class RebuiltCaseTest {
  private static final AgencyRef A = SampleRequest.agency("a");
  private static final AgencyRef B = SampleRequest.agency("b");

  private final SampleRequest request = SampleRequest.of("food", "legal");
  private final RequestRouted routed = request.routed("a");
  private final RoutingEvent held = request.heldButFirst("a");
  private final RoutingEvent rerouted = request.rerouted(1, "b", Duration.ofSeconds(30));
  private final AssignmentReason because = routed.assignments().getFirst().because();
  private final Instant openedAt = held.time();
  private final Instant dueAt = openedAt.plus(Duration.ofHours(24));
  private final Instant later = openedAt.plusSeconds(600);

  @Test
  void shouldBeTheCaseAsItWasOpenedWhenNothingHappenedSince() {
    RebuiltCase rebuilt = rebuilt(List.of(opened(because)), held);

    assertThat(rebuilt.questionnaire()).isEqualTo(request.questionnaire());
    assertThat(rebuilt.openedAt()).isEqualTo(openedAt);
    assertThat(rebuilt.needs())
        .extracting(NeedRow::status)
        .containsExactly("assigned", "in-triage");
    assertThat(rebuilt.row(Set.of()).version()).isEqualTo(1);
  }

  @Test
  void shouldHaveEachNeedInTheStateThatItsEventsLedTo() {
    RebuiltCase rebuilt =
        rebuilt(
            List.of(
                opened(because),
                assigned(because),
                new NeedAccepted(request.ref(0), A, later, null),
                new NeedResolved(request.ref(0), A, "helped", later, null),
                new NeedDeclined(request.ref(1), B, "no-capacity", later, null, null),
                new CaseClosed(request.id(), later, null)),
            held);

    assertThat(rebuilt.needs()).extracting(NeedRow::status).containsExactly("resolved", "declined");
    assertThat(rebuilt.needs()).extracting(NeedRow::version).containsExactly(3L, 3L);
    CaseRow row = rebuilt.row(Set.of(request.questionnaire().applicantId()));
    assertThat(row.status()).isEqualTo("settled");
    assertThat(row.version()).as("events and erased persons").isEqualTo(1 + 4 + 2);
    assertThat(row.sealedText()).isNull();
  }

  /**
   * Since then the rules have changed: who decides gives the need to another agency, with another
   * term, for another reason; and nobody may settle what was not accepted, or settle twice.
   */
  @Test
  void shouldNotMindThatTheRulesAndTermsOfTodayAreOthers() {
    AssignmentReason former =
        new AssignmentReason("a-former-rule", 7, "a-former-reason", because.parameters());
    RoutingEvent today =
        new RequestRouted(
            request.questionnaire(),
            List.of(new Assignment(request.need(0).id(), "food", B, "today", 1, "today", 1, null)),
            openedAt);

    RebuiltCase rebuilt =
        rebuilt(
            List.of(
                opened(former),
                new NeedResolved(request.ref(0), A, "a-former-outcome", later, null),
                new NeedDeclined(request.ref(0), A, "a-former-decline", later, null, null),
                new NeedAccepted(request.ref(0), A, later, null),
                new NeedAssigned(request.ref(0), B, dueAt, later, former, null)),
            today);

    NeedRow food = rebuilt.needs().getFirst();
    assertThat(food.status()).isEqualTo("assigned");
    assertThat(food.agencyId()).isEqualTo("b");
    assertThat(food.dueAt()).isEqualTo(dueAt);
    assertThat(food.rule()).isEqualTo("a-former-rule");
    assertThat(food.ruleVersion()).isEqualTo(7);
    assertThat(food.reason()).isEqualTo("a-former-reason");
    assertThat(food.version()).isEqualTo(5);
  }

  @Test
  void shouldReadReasonsFromTheDecisionsWhereOldEventsHaveNone() {
    List<CaseEvent> events = List.of(opened(null), assigned(null));

    NeedRow legal = rebuilt(events, held, rerouted).needs().getLast();

    assertThat(legal.rule()).isEqualTo(because.rule());
    assertThat(legal.reason()).isEqualTo(because.reason());
    assertThat(requireNonNull(legal.reasonParameters()).value()).contains("Agency b");
    assertThat(RebuiltCase.of(events, List.of(held))).as("one decision is missing").isEmpty();
  }

  @Test
  void shouldWaitForTheDecisionThatOpenedTheCase() {
    List<CaseEvent> events = List.of(opened(because), assigned(because));

    assertThat(RebuiltCase.of(events, List.of(rerouted))).isEmpty();
    assertThat(RebuiltCase.of(events, List.of(rerouted, held))).isPresent();
  }

  @Test
  void shouldNameACaseWhoseEventsCannotBeThoseOfOneCase() {
    CaseEvent accepted = new NeedAccepted(request.ref(1), B, later, null);
    CaseEvent ofAnother = new NeedAccepted(SampleRequest.of("food").ref(0), B, later, null);

    assertContradiction(List.of(accepted), "its first event is not its opening");
    assertContradiction(List.of(opened(because), accepted), "a need that never had an agency");
    assertContradiction(List.of(opened(because), opened(because)), "it is opened twice");
    assertContradiction(List.of(opened(because), ofAnother), "a need that it does not have");
  }

  private void assertContradiction(List<CaseEvent> events, String what) {
    assertThatThrownBy(() -> RebuiltCase.of(events, List.of(held)))
        .isInstanceOf(ContradictionException.class)
        .hasMessageContaining(what);
  }

  private static RebuiltCase rebuilt(List<CaseEvent> events, RoutingEvent... decisions) {
    return RebuiltCase.of(new ArrayList<>(events), List.of(decisions)).orElseThrow();
  }

  private CaseOpened opened(@org.jspecify.annotations.Nullable AssignmentReason reason) {
    return new CaseOpened(
        request.id(),
        request.questionnaire().trackingNumber(),
        List.of(
            new OpenedNeed(request.ref(0), A, dueAt, reason),
            new OpenedNeed(request.ref(1), null, null, null)),
        openedAt,
        null);
  }

  private NeedAssigned assigned(@org.jspecify.annotations.Nullable AssignmentReason reason) {
    return new NeedAssigned(
        request.ref(1), B, dueAt.plusSeconds(30), rerouted.time(), reason, null);
  }
}
