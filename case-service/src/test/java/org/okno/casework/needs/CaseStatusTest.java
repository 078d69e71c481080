package org.okno.casework.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.casework.needs.NeedStatus.ACCEPTED;
import static org.okno.casework.needs.NeedStatus.ASSIGNED;
import static org.okno.casework.needs.NeedStatus.DECLINED;
import static org.okno.casework.needs.NeedStatus.IN_TRIAGE;
import static org.okno.casework.needs.NeedStatus.RESOLVED;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseStatusTest {

  @Test
  void shouldBeInTriageWhileANeedWaitsAndNobodyWorks() {
    assertThat(CaseStatus.of(List.of(IN_TRIAGE))).isEqualTo(CaseStatus.IN_TRIAGE);
    assertThat(CaseStatus.of(List.of(ASSIGNED, IN_TRIAGE))).isEqualTo(CaseStatus.IN_TRIAGE);
    assertThat(CaseStatus.of(List.of(DECLINED, IN_TRIAGE))).isEqualTo(CaseStatus.IN_TRIAGE);
  }

  @Test
  void shouldBeAssignedWhenEveryOpenNeedHasItsAgency() {
    assertThat(CaseStatus.of(List.of(ASSIGNED, ASSIGNED))).isEqualTo(CaseStatus.ASSIGNED);
    assertThat(CaseStatus.of(List.of(ASSIGNED, DECLINED))).isEqualTo(CaseStatus.ASSIGNED);
  }

  @Test
  void shouldBeInWorkOnceAnAgencyHasTakenItsNeedOn() {
    assertThat(CaseStatus.of(List.of(ACCEPTED, IN_TRIAGE))).isEqualTo(CaseStatus.IN_WORK);
    assertThat(CaseStatus.of(List.of(RESOLVED, ASSIGNED))).isEqualTo(CaseStatus.IN_WORK);
  }

  @Test
  void shouldBeSettledWhenEveryNeedIs() {
    assertThat(CaseStatus.of(List.of(RESOLVED, DECLINED))).isEqualTo(CaseStatus.SETTLED);
  }
}
