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
        "QUESTIONNAIRE_CORRECTED",
        "QUESTIONNAIRE_WITHDRAWN",
        "PERSON_ERASED",
        "ACCESS_RECORDED",
        "FEEDBACK_GIVEN",
        "TERRITORY_PUBLISHED",
        "TERM_PUBLISHED",
        "AGENCY_PUBLISHED",
        "CASE_OPENED",
        "NEED_ASSIGNED",
        "NEED_ACCEPTED",
        "NEED_STARTED",
        "NEED_PAUSED",
        "NEED_RESUMED",
        "NEED_CLAIMED",
        "NEED_HANDED_OVER",
        "NEED_RELEASED",
        "NEED_DECLINED",
        "NEED_RESOLVED",
        "NEED_REOPENED",
        "NEED_WITHDRAWAL_REQUESTED",
        "NEED_WITHDRAWN",
        "CASE_CORRECTED",
        "CASE_CLOSED"
      })
  void shouldReadAndWriteTheEventsOfIntake(EventType type) {
    GoldenSamples.shouldBeReadAndWritten(type);
  }
}
