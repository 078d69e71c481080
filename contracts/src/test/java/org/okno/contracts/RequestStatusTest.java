package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStatusTest {

  @ParameterizedTest
  @CsvSource({
    "'', RECEIVED",
    "IN_TRIAGE, IN_TRIAGE",
    "ASSIGNED IN_TRIAGE, IN_TRIAGE",
    "DECLINED IN_TRIAGE, IN_TRIAGE",
    "ASSIGNED, ASSIGNED",
    "DECLINED ASSIGNED, ASSIGNED",
    "ACCEPTED IN_TRIAGE, IN_WORK",
    "IN_PROGRESS ASSIGNED, IN_WORK",
    "WAITING_FOR_APPLICANT IN_TRIAGE, IN_WORK",
    "RESOLVED ASSIGNED IN_TRIAGE, IN_WORK",
    "RESOLVED DECLINED, SETTLED",
    "DECLINED, SETTLED",
    "WITHDRAWN, SETTLED",
    "WITHDRAWN RESOLVED, SETTLED",
    "WITHDRAWN IN_TRIAGE, IN_TRIAGE"
  })
  void shouldDeriveTheStatusOfTheRequest(String needs, RequestStatus expected) {
    List<NeedStatus> statuses =
        needs.isEmpty()
            ? List.of()
            : List.of(needs.split(" ")).stream().map(NeedStatus::valueOf).toList();

    assertThat(RequestStatus.of(statuses)).isEqualTo(expected);
  }
}
