package org.okno.intake.questionnaire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Nobody asked in the future or before 2000; nobody was born in the future or before 1900. */
record PlausibleTimes() implements Check {
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  // A date-time before it is a clock that was never set, or a field without a value.
  private static final LocalDate EARLIEST_REQUEST = LocalDate.of(2000, 1, 1);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** The zone where a day begins first: a date is in the future only if it is so everywhere. */
  private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  @Override
  public void check(Answers answers, Facts facts, ValidationErrors errors) {
    String requestedAt = answers.text("requestedAt");
    if (requestedAt != null) {
      checkRequest(requestedAt, facts.now(), errors);
    }
    Answers beneficiary = answers.object("beneficiary");
    String birthDate = beneficiary == null ? null : beneficiary.text("birthDate");
    if (birthDate != null) {
      checkBirth(birthDate, facts.now(), errors);
    }
  }

  private static void checkRequest(String written, Instant now, ValidationErrors errors) {
    String pointer = "/requestedAt";
    try {
      OffsetDateTime time = OffsetDateTime.parse(written);
      if (time.toLocalDate().isBefore(EARLIEST_REQUEST)) {
        errors.add(pointer, "is before 2000");
      } else if (time.toInstant().isAfter(now.plus(CLOCK_SKEW))) {
        errors.add(pointer, "is in the future");
      }
    } catch (DateTimeException e) {
      errors.add(pointer, "expected a time with its offset, for example 2026-03-01T09:30:00+03:00");
    }
  }

  private static void checkBirth(String written, Instant now, ValidationErrors errors) {
    String pointer = "/beneficiary/birthDate";
    try {
      LocalDate date = LocalDate.parse(written);
      if (date.isBefore(EARLIEST_BIRTH)) {
        errors.add(pointer, "is before 1900");
      } else if (date.isAfter(LocalDate.ofInstant(now, EARLIEST_ZONE))) {
        errors.add(pointer, "is in the future");
      }
    } catch (DateTimeException e) {
      errors.add(pointer, "expected a date, for example 1958-07-24");
    }
  }
}
