package org.okno.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.tracking.NeedState.ACCEPTED;
import static org.okno.intake.tracking.NeedState.ASSIGNED;
import static org.okno.intake.tracking.NeedState.DECLINED;
import static org.okno.intake.tracking.NeedState.IN_TRIAGE;
import static org.okno.intake.tracking.NeedState.RESOLVED;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void shouldTellTheFurthestThatIsTrue() {
    assertThat(Status.of(List.of())).isEqualTo(Status.RECEIVED);
    assertThat(Status.of(List.of(IN_TRIAGE, IN_TRIAGE))).isEqualTo(Status.IN_TRIAGE);
    assertThat(Status.of(List.of(IN_TRIAGE, ASSIGNED))).isEqualTo(Status.ASSIGNED);
    assertThat(Status.of(List.of(ASSIGNED, ACCEPTED))).isEqualTo(Status.IN_WORK);
    assertThat(Status.of(List.of(ASSIGNED, RESOLVED))).isEqualTo(Status.IN_WORK);
    assertThat(Status.of(List.of(RESOLVED, DECLINED))).isEqualTo(Status.SETTLED);
    assertThat(Status.of(List.of(DECLINED, ASSIGNED))).isEqualTo(Status.ASSIGNED);
  }
}
