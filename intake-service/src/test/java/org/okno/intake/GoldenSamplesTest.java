package org.okno.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.contracts.EventType;
import org.okno.messaging.GoldenSamples;

class GoldenSamplesTest {

  @ParameterizedTest
  @EnumSource(
      names = {
        "QUESTIONNAIRE_SUBMITTED",
        "PERSON_ERASED",
        "ACCESS_RECORDED",
        "TERRITORY_PUBLISHED",
        "TERM_PUBLISHED",
        "AGENCY_PUBLISHED",
        "CASE_OPENED",
        "NEED_ASSIGNED",
        "NEED_ACCEPTED",
        "NEED_DECLINED",
        "NEED_RESOLVED",
        "CASE_CLOSED"
      })
  void shouldReadAndWriteTheEventsOfIntake(EventType type) {
    GoldenSamples.shouldBeReadAndWritten(type);
  }
}
