package org.okno.cases.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.DeadlinePlan;
import org.okno.cases.deadlines.DeadlineRules;
import org.okno.cases.needs.NeedRow;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.testkit.SampleRequest;

class CaseDraftTest {
  private static final AgencyRef AGENCY = SampleRequest.agency("a");
  static final DeadlinePlan PLAN =
      new DeadlinePlan(new DeadlineRules(Map.of(), Map.of(), List.of(), Map.of()), Map.of());

  private static final Actor ACTOR = SampleRequest.by("specialist");
  private static final Duration LATER = Duration.ofHours(1);

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

  @Test
  void shouldSettleWhatNobodyHasBegunAndCloseTheCaseWhenTheRequestIsWithdrawn() {
    CaseDraft known = known(new NeedAccepted(request.ref(0), AGENCY, decidedAt, null));

    known.handle(request.withdrawalPassedOn(LATER));
    known.handle(request.withdrawalPassedOn(LATER));

    assertThat(statuses(known)).containsOnly("withdrawn");
    assertThat(known.status()).isEqualTo(RequestStatus.SETTLED);
    assertThat(types(known)).containsExactly("NeedWithdrawn", "NeedWithdrawn", "CaseClosed");
    assertThat(known.rescheduledNeeds()).hasSize(2);
    assertThat(known.changes()).isEqualTo(2);
  }

  @Test
  void shouldTellTheAgencyThatHasBegunAndLeaveWhatIsSettled() {
    CaseDraft known =
        known(
            new NeedAccepted(request.ref(0), AGENCY, decidedAt, null),
            new NeedStarted(request.ref(0), AGENCY, decidedAt, ACTOR));

    known.handle(request.withdrawalPassedOn(LATER));
    known.handle(request.withdrawalPassedOn(LATER));

    assertThat(statuses(known)).containsExactly("in-progress", "withdrawn");
    assertThat(types(known)).containsExactly("NeedWithdrawalRequested", "NeedWithdrawn");
    assertThat(known.needs().getFirst().withdrawn())
        .isEqualTo(request.withdrawalPassedOn(LATER).withdrawal());
    assertThat(known.rescheduledNeeds()).extracting(NeedRow::id).containsOnly(request.need(1).id());
    CaseDraft settled =
        known(
            new NeedAccepted(request.ref(0), AGENCY, decidedAt, null),
            new NeedResolved(request.ref(0), AGENCY, "helped", decidedAt, null));
    settled.handle(request.withdrawalPassedOn(LATER));
    assertThat(statuses(settled)).containsExactly("resolved", "withdrawn");
    assertThat(settled.status()).isEqualTo(RequestStatus.SETTLED);
  }

  @Test
  void shouldWaitForRoutingsWordOnWhatNoAgencyHas() {
    CaseDraft draft = CaseDraft.open(request.heldButFirst("a"), PLAN);

    draft.handle(request.withdrawalPassedOn(LATER));
    assertThat(statuses(draft)).containsExactly("withdrawn", "in-triage");
    draft.handle(request.withdrawnFromTriage(1, LATER));

    assertThat(statuses(draft)).containsOnly("withdrawn");
    assertThat(draft.needs().getLast().agencyId()).isNull();
    assertThat(types(draft))
        .containsExactly(
            "CaseOpened",
            "NeedWithdrawn",
            "NeedWithdrawalRequested",
            "NeedWithdrawn",
            "CaseClosed");
    assertThat(draft.row().version()).isEqualTo(4);
    assertThat(draft.row().status()).isEqualTo("settled");
    assertThat(draft.deadlines()).isEmpty();
  }

  @Test
  void shouldWithdrawFromItsAgencyWhatADispatcherAssignedMeanwhile() {
    CaseDraft draft = CaseDraft.open(request.heldButFirst("a"), PLAN);

    draft.handle(request.withdrawalPassedOn(LATER));
    draft.handle(request.rerouted(1, "b", LATER.plusSeconds(1)));

    assertThat(statuses(draft)).containsOnly("withdrawn");
    assertThat(draft.needs().getLast().agencyId()).isEqualTo("b");
    assertThat(types(draft).subList(3, 6))
        .containsExactly("NeedAssigned", "NeedWithdrawn", "CaseClosed");
  }

  @Test
  void shouldEndAlikeWhenTheWithdrawalComesBeforeTheFirstDecision() {
    CaseDraft draft = CaseDraft.open(request.withdrawalPassedOn(LATER), PLAN);
    assertThat(statuses(draft)).containsOnly("in-triage");

    draft.handle(request.routed("a"));

    assertThat(statuses(draft)).containsOnly("withdrawn");
    assertThat(draft.status()).isEqualTo(RequestStatus.SETTLED);
  }

  @Test
  void shouldWithdrawAReturnedNeedFromTheNextAgencyOrFromTriage() {
    NeedDeclined returned = request.returned("a", Duration.ofMinutes(5));
    CaseDraft routed = known(returned);
    routed.handle(request.withdrawalPassedOn(LATER));
    assertThat(routed.needs().getFirst().status()).isEqualTo("returned");
    routed.handle(request.next(returned, "b"));
    CaseDraft held = known(returned);
    held.handle(request.withdrawalPassedOn(LATER));
    held.handle(request.heldAgain(returned));
    held.handle(request.withdrawnFromTriage(0, LATER));

    assertThat(routed.needs().getFirst())
        .returns("withdrawn", NeedRow::status)
        .returns("b", NeedRow::agencyId);
    assertThat(held.needs().getFirst())
        .returns("withdrawn", NeedRow::status)
        .returns(null, NeedRow::agencyId);
  }

  @Test
  void shouldFollowACorrectionWithNewNeedsAndWithoutTheRemovedOnes() {
    SampleRequest now = request.corrected("housing");
    CaseDraft known = known();

    known.handle(request.correctionPassedOn(now, "c", LATER));

    assertThat(types(known)).containsExactly("CaseCorrected", "NeedWithdrawn");
    assertThat(statuses(known)).containsExactly("assigned", "withdrawn", "assigned");
    assertThat(known.needs().getLast())
        .returns("housing", NeedRow::need)
        .returns("c", NeedRow::agencyId)
        .returns(2, NeedRow::position)
        .returns(1L, NeedRow::version);
    assertThat(known.corrected()).contains(now.questionnaire());
    assertThat(known.changes()).isEqualTo(2);
    assertThat(known.deadlines()).extracting(row -> row.needId()).contains(now.need(1).id());
  }

  @Test
  void shouldOpenAsCorrectedWhicheverDecisionComesFirst() {
    SampleRequest now = request.corrected("housing");
    CaseDraft inOrder = CaseDraft.open(request.routed("a"), PLAN);
    inOrder.handle(request.correctionPassedOn(now, "c", LATER));
    CaseDraft reversed = CaseDraft.open(request.correctionPassedOn(now, "c", LATER), PLAN);
    reversed.handle(request.routed("a"));

    for (CaseDraft draft : List.of(inOrder, reversed)) {
      assertThat(draft.row().urgency()).isEqualTo("urgent");
      assertThat(draft.row().sealedApplicant()).contains("BQQDAgEA");
      assertThat(draft.needs())
          .extracting(NeedRow::need, NeedRow::status)
          .containsExactlyInAnyOrder(
              tuple("food", "assigned"), tuple("legal", "withdrawn"), tuple("housing", "assigned"));
    }
  }

  private static List<String> types(CaseDraft draft) {
    return draft.events().stream().map(event -> event.getClass().getSimpleName()).toList();
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
