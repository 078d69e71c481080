package org.okno.intake.questionnaire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Date-times and dates of one questionnaire: none in the future; nobody asked before 2000, nobody
 * was born before 1900.
 */
final class DateTimes {
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  // A date-time before it is a clock that was never set, or a field without a value.
  private static final LocalDate EARLIEST_REQUEST = LocalDate.of(2000, 1, 1);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** The zone where a day begins first: a date is in the future only if it is so everywhere. */
  private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  private final Instant now;
  private final ValidationErrors errors;

  DateTimes(Instant now, ValidationErrors errors) {
    this.now = now;
    this.errors = errors;
  }

  /** A date-time with its offset, in milliseconds. */
  @Nullable Instant past(@Nullable String written, String pointer) {
    if (written == null) {
      return null;
    }
    try {
      OffsetDateTime read = OffsetDateTime.parse(written);
      if (read.toLocalDate().isBefore(EARLIEST_REQUEST)) {
        errors.add(pointer, "is before 2000");
      } else if (read.toInstant().isAfter(now.plus(CLOCK_SKEW))) {
        errors.add(pointer, "is in the future");
      } else {
        return read.toInstant().truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException e) {
      errors.add(pointer, "expected a time with its offset, for example 2026-03-01T09:30:00+03:00");
    }
    return null;
  }

  @Nullable LocalDate pastDate(@Nullable String written, String pointer) {
    if (written == null) {
      return null;
    }
    try {
      LocalDate read = LocalDate.parse(written);
      if (read.isBefore(EARLIEST_BIRTH)) {
        errors.add(pointer, "is before 1900");
      } else if (read.isAfter(LocalDate.ofInstant(now, EARLIEST_ZONE))) {
        errors.add(pointer, "is in the future");
      } else {
        return read;
      }
    } catch (DateTimeException e) {
      errors.add(pointer, "expected a date, for example 1958-07-24");
    }
    return null;
  }
}
