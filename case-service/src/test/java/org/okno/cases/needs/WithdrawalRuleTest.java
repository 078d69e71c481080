package org.okno.cases.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedStarted;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Withdrawal;
import org.okno.testkit.SampleRequest;

/** What a withdrawal makes of a need in every state. */
class WithdrawalRuleTest {
  private static final SampleRequest REQUEST = SampleRequest.of("food");
  private static final NeedRef REF = REQUEST.ref(0);
  private static final AgencyRef AGENCY = SampleRequest.agency("a");
  private static final Instant AT = REQUEST.questionnaire().requestedAt().plusSeconds(60);
  private static final Actor ACTOR = SampleRequest.by("specialist");
  private static final Withdrawal BY = new Withdrawal("not-needed", AT, ACTOR);

  @ParameterizedTest
  @MethodSource("states")
  void shouldSettleWhatNobodyHasBegunAndAskWhoeverHasTheNeedOtherwise(
      List<NeedEvent> before, String onWithdrawal, String onLeavingTriage) {
    NeedRow need = need(before);

    assertThat(result(WithdrawalRule.withdraw(REF, need, BY, AT))).isEqualTo(onWithdrawal);
    assertThat(result(WithdrawalRule.leaveTriage(REF, need, BY, AT))).isEqualTo(onLeavingTriage);
  }

  static Stream<Arguments> states() {
    NeedEvent assigned =
        new NeedAssigned(
            REF,
            AGENCY,
            AT,
            AT,
            new AssignmentReason("nearest-offer", 1, "only-agency", Map.of()),
            null);
    NeedEvent accepted = new NeedAccepted(REF, AGENCY, AT, null);
    NeedEvent started = new NeedStarted(REF, AGENCY, AT, ACTOR);
    NeedEvent paused = new NeedPaused(REF, AGENCY, AT, ACTOR);
    NeedEvent resolved = new NeedResolved(REF, AGENCY, "helped", AT, null);
    NeedEvent declined = new NeedDeclined(REF, AGENCY, "duplicate", AT, null, null);
    NeedEvent returned = REQUEST.returned("a", Duration.ofMinutes(1));
    NeedEvent withdrawn = new NeedWithdrawn(REF, AGENCY, BY, AT);
    return Stream.of(
        Arguments.of(List.of(), "NeedWithdrawalRequested", "NeedWithdrawn"),
        Arguments.of(List.of(assigned), "NeedWithdrawn", "Rejected"),
        Arguments.of(List.of(assigned, accepted), "NeedWithdrawn", "Rejected"),
        Arguments.of(List.of(assigned, accepted, started), "NeedWithdrawalRequested", "Rejected"),
        Arguments.of(
            List.of(assigned, accepted, started, paused), "NeedWithdrawalRequested", "Rejected"),
        Arguments.of(List.of(assigned, accepted, resolved), "Rejected", "Rejected"),
        Arguments.of(List.of(assigned, declined), "Rejected", "Rejected"),
        Arguments.of(List.of(assigned, returned), "NeedWithdrawalRequested", "NeedWithdrawn"),
        Arguments.of(List.of(assigned, withdrawn), "Repeated", "Repeated"));
  }

  private static String result(StepResult result) {
    return result instanceof Changed(var event)
        ? event.getClass().getSimpleName()
        : result.getClass().getSimpleName();
  }

  private static NeedRow need(List<NeedEvent> events) {
    CaseOpened opened =
        new CaseOpened(
            REQUEST.id(), "T-1", List.of(new OpenedNeed(REF, null, null, null)), AT, null);
    NeedRow need = NeedRow.opened(opened, REQUEST.questionnaire().needs()).getFirst();
    for (NeedEvent event : events) {
      need = need.on(event);
    }
    return need;
  }
}
