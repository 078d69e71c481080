package org.okno.cases.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.DeadlinePlan;
import org.okno.cases.deadlines.DeadlineRules;
import org.okno.cases.needs.NeedRow;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.testkit.SampleRequest;

class CaseDraftTest {
  private static final AgencyRef AGENCY = SampleRequest.agency("a");
  static final DeadlinePlan PLAN =
      new DeadlinePlan(new DeadlineRules(Map.of(), Map.of(), List.of(), Map.of()), Map.of());

  private final SampleRequest request = SampleRequest.of("food", "legal");
  private final Instant decidedAt = request.routed("a").decidedAt();

  @Test
  void shouldOpenWithEveryNeedAssignedWhenAllIsRouted() {
    CaseDraft draft = CaseDraft.open(request.routed("a"), PLAN);

    assertThat(statuses(draft)).containsExactly("assigned", "assigned");
    assertThat(draft.status()).isEqualTo(RequestStatus.ASSIGNED);
    assertThat(opened(draft)).extracting(OpenedNeed::agency).containsOnly(AGENCY);
  }

  @Test
  void shouldRecordWhyANeedWasAssignedAndByWhen() {
    RoutingEvent routed = request.routed("a");

    OpenedNeed need = opened(CaseDraft.open(routed, PLAN)).getFirst();

    assertThat(need.reason()).isEqualTo(routed.assignments().getFirst().because());
    assertThat(need.dueAt())
        .isEqualTo(decidedAt.plus(Duration.ofHours(SampleRequest.RESPOND_WITHIN_HOURS)));
  }

  @Test
  void shouldLeaveInTriageWhatTheDecisionDoesNotAssign() {
    CaseDraft draft = CaseDraft.open(request.heldButFirst("a"), PLAN);

    assertThat(statuses(draft)).containsExactly("assigned", "in-triage");
    assertThat(opened(draft)).extracting(need -> need.dueAt() == null).containsExactly(false, true);
  }

  @Test
  void shouldAssignAWaitingNeedToTheAgencyADispatcherChose() {
    CaseDraft draft = CaseDraft.open(request.heldButFirst("a"), PLAN);

    draft.handle(request.rerouted(1, "b", Duration.ofSeconds(30)));

    assertThat(draft.events())
        .extracting(Object::getClass)
        .isEqualTo(List.of(CaseOpened.class, NeedAssigned.class));
    assertThat(draft.status()).isEqualTo(RequestStatus.ASSIGNED);
    assertThat(draft.changedNeeds()).hasSize(1);
    assertThat(draft.row().version()).isEqualTo(2);
  }

  @Test
  void shouldCallANeedWhatADispatcherFoundItToBe() {
    SampleRequest unclear = SampleRequest.of("unclear");
    RequestRerouted found = unclear.found(0, "money", "b", Duration.ofSeconds(30));
    CaseDraft known = CaseDraft.open(unclear.held(Duration.ofSeconds(5)), PLAN);
    CaseDraft first = CaseDraft.open(found, PLAN);

    known.handle(found);

    assertThat(opened(known)).extracting(need -> need.need().need()).containsExactly("unclear");
    assertThat(((NeedAssigned) known.events().getLast()).need().need()).isEqualTo("money");
    assertThat(known.needs()).extracting(NeedRow::need).containsExactly("money");
    assertThat(opened(first)).extracting(need -> need.need().need()).containsExactly("money");
    assertThat(first.needs()).extracting(NeedRow::need).containsExactly("money");
  }

  @Test
  void shouldNumberTheEventsOfANeed() {
    CaseDraft draft = CaseDraft.open(request.heldButFirst("a"), PLAN);

    draft.handle(request.rerouted(1, "b", Duration.ofSeconds(30)));

    assertThat(opened(draft)).extracting(need -> need.need().version()).containsOnly(1L);
    assertThat(((NeedAssigned) draft.events().getLast()).need().version()).isEqualTo(2);
    assertThat(draft.needs().getLast().version()).isEqualTo(2);
  }

  @Test
  void shouldOpenFromTheDispatchersDecisionWhenThatComesFirst() {
    CaseDraft draft = CaseDraft.open(request.rerouted(1, "b", Duration.ofSeconds(30)), PLAN);

    assertThat(statuses(draft)).containsExactly("in-triage", "assigned");
  }

  @Test
  void shouldAssignOnlyWhatStillWaitsWhenTheFirstDecisionComesLate() {
    CaseDraft draft = CaseDraft.open(request.rerouted(1, "b", Duration.ofSeconds(30)), PLAN);

    draft.handle(request.routed("a"));

    assertThat(draft.events()).hasSize(2);
    assertThat(draft.events().getLast())
        .isInstanceOfSatisfying(
            NeedAssigned.class,
            event -> assertThat(event.need().needId()).isEqualTo(request.need(0).id()));
    assertThat(draft.rejected()).isEqualTo(1);
    assertThat(statuses(draft)).containsOnly("assigned");
  }

  @Test
  void shouldChangeNothingWhenTheSameDecisionComesAgain() {
    CaseDraft known = known();

    known.handle(request.routed("a"));

    assertThat(known.events()).isEmpty();
    assertThat(known.changedNeeds()).isEmpty();
  }

  @Test
  void shouldAssignADeclinedNeedAgainWhenADispatcherSaysSoLater() {
    CaseDraft known =
        known(new NeedDeclined(request.ref(0), AGENCY, "no-capacity", decidedAt, null, null));

    known.handle(request.rerouted(0, "b", Duration.ofSeconds(1)));

    assertThat(known.needs().getFirst().agencyId()).isEqualTo("b");
    assertThat(known.needs().getFirst().declineReason()).isNull();
  }

  @Test
  void shouldAssignAReturnedNeedToTheNextAgencyThatAnswersThatDecline() {
    NeedDeclined returned = request.returned("a", Duration.ofMinutes(5));
    CaseDraft known = known(returned);

    known.handle(request.next(request.returned("a", Duration.ofMinutes(1)), "c"));
    assertThat(known.rejected()).as("it answers another decline").isEqualTo(1);
    known.handle(request.heldAgain(returned));
    known.handle(request.next(returned, "b"));
    known.handle(request.next(returned, "b"));

    assertThat(known.needs().getFirst().agencyId()).isEqualTo("b");
    assertThat(known.needs().getFirst().refused()).hasSize(1);
    assertThat(known.changedNeeds()).hasSize(1);
    assertThat(known.rejected()).isEqualTo(2);
  }

  @Test
  void shouldRejectAssignmentsThatTheStateOfTheNeedDoesNotAllow() {
    Instant later = decidedAt.plusSeconds(60);
    NeedEvent accepted = new NeedAccepted(request.ref(0), AGENCY, decidedAt, null);
    NeedEvent resolved = new NeedResolved(request.ref(0), AGENCY, "helped", decidedAt, null);
    NeedEvent declined = new NeedDeclined(request.ref(0), AGENCY, "no-capacity", later, null, null);
    RoutingEvent rerouted = request.rerouted(0, "b", Duration.ofSeconds(30));

    assertThat(
            List.of(
                rejected(rerouted),
                rejected(rerouted, accepted),
                rejected(rerouted, accepted, resolved),
                rejected(rerouted, declined)))
        .as("assigned, accepted, resolved, declined after this was decided")
        .containsOnly(1);
    assertThat(rejected(request.heldButFirst("b"), declined))
        .as("only a dispatcher may assign a declined need again")
        .isEqualTo(1);
  }

  private int rejected(RoutingEvent decision, NeedEvent... before) {
    CaseDraft known = known(before);
    known.handle(decision);
    return known.rejected();
  }

  /** A case that was opened by agency a, and to whose first need this happened. */
  private CaseDraft known(NeedEvent... events) {
    List<NeedRow> needs = CaseDraft.open(request.routed("a"), PLAN).needs();
    NeedRow first = needs.getFirst();
    for (NeedEvent event : events) {
      first = first.on(event);
    }
    return CaseDraft.known(request.questionnaire(), List.of(first, needs.getLast()), PLAN);
  }

  private static List<String> statuses(CaseDraft draft) {
    return draft.needs().stream().map(NeedRow::status).toList();
  }

  private static List<OpenedNeed> opened(CaseDraft draft) {
    return ((CaseOpened) draft.events().getFirst()).needs();
  }
}
