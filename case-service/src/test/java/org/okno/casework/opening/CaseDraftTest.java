package org.okno.casework.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.okno.casework.Requests;
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.NeedStatus;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.Questionnaire;

class CaseDraftTest {
  private final Questionnaire asked = Requests.request("food", "legal");

  @Test
  void shouldOpenWithEveryNeedAssignedWhenAllIsRouted() {
    CaseDraft draft = CaseDraft.open(Requests.routed(asked, "a"));

    assertThat(statuses(draft)).containsExactly(NeedStatus.ASSIGNED, NeedStatus.ASSIGNED);
    assertThat(draft.status()).isEqualTo(CaseStatus.ASSIGNED);
    assertThat(opened(draft))
        .extracting(OpenedNeed::agency)
        .extracting(AgencyRef::id)
        .containsExactly("a", "a");
  }

  @Test
  void shouldLeaveInTriageWhatTheDecisionSaysNothingOf() {
    CaseDraft draft = CaseDraft.open(Requests.held(asked, "a"));

    assertThat(statuses(draft)).containsExactly(NeedStatus.ASSIGNED, NeedStatus.IN_TRIAGE);
    assertThat(opened(draft)).extracting(need -> need.dueAt() == null).containsExactly(false, true);
  }

  @Test
  void shouldGiveAWaitingNeedToTheAgencyADispatcherChose() {
    CaseDraft draft = CaseDraft.open(Requests.held(asked, "a"));

    draft.take(Requests.rerouted(asked, 1, "b", 30));

    assertThat(draft.events())
        .extracting(Object::getClass)
        .isEqualTo(List.of(CaseOpened.class, NeedAssigned.class));
    assertThat(draft.status()).isEqualTo(CaseStatus.ASSIGNED);
    assertThat(draft.changedNeeds()).hasSize(1);
  }

  @Test
  void shouldOpenFromTheDispatchersDecisionWhenThatComesFirst() {
    CaseDraft draft = CaseDraft.open(Requests.rerouted(asked, 1, "b", 30));

    assertThat(statuses(draft)).containsExactly(NeedStatus.IN_TRIAGE, NeedStatus.ASSIGNED);
  }

  @Test
  void shouldFillOnlyWhatStillWaitsWhenTheFirstDecisionComesLate() {
    CaseDraft draft = CaseDraft.open(Requests.rerouted(asked, 1, "b", 30));

    draft.take(Requests.routed(asked, "a"));

    assertThat(draft.events()).hasSize(2);
    assertThat(draft.events().getLast())
        .isInstanceOfSatisfying(
            NeedAssigned.class,
            event -> assertThat(event.need().needId()).isEqualTo(asked.needs().getFirst().id()));
    assertThat(draft.refusals()).hasSize(1);
    assertThat(statuses(draft)).containsOnly(NeedStatus.ASSIGNED);
  }

  @Test
  void shouldTellNothingWhenTheSameDecisionComesAgain() {
    CaseDraft first = CaseDraft.open(Requests.routed(asked, "a"));
    CaseDraft known = CaseDraft.known(asked.requestId(), first.needs());

    known.take(Requests.routed(asked, "a"));

    assertThat(known.events()).isEmpty();
    assertThat(known.changedNeeds()).isEmpty();
  }

  private static List<NeedStatus> statuses(CaseDraft draft) {
    Function<Need, NeedStatus> status = need -> need.state().status();
    return draft.needs().stream().map(status).toList();
  }

  private static List<OpenedNeed> opened(CaseDraft draft) {
    return ((CaseOpened) draft.events().getFirst()).needs();
  }
}
