package org.okno.intake.questionnaire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times and dates a questionnaire may name, seen from now. */
final class Moments {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** Where on Earth the day is furthest: a date is in the future only if it is so everywhere. */
  private static final ZoneOffset FIRST_TO_SEE_THE_DAY = ZoneOffset.ofHours(14);

  private final Instant now;
  private final WrongFields wrong;

  Moments(Instant now, WrongFields wrong) {
    this.now = now;
    this.wrong = wrong;
  }

  /** A moment with its offset, to the millisecond. */
  @Nullable Instant past(@Nullable String written, String pointer) {
    if (written == null) {
      return null;
    }
    try {
      OffsetDateTime read = OffsetDateTime.parse(written);
      if (read.toLocalDate().isBefore(EARLIEST)) {
        wrong.add(pointer, "is before 1900");
      } else if (read.toInstant().isAfter(now.plus(CLOCKS_DIFFER))) {
        wrong.add(pointer, "is in the future");
      } else {
        return read.toInstant().truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException e) {
      wrong.add(pointer, "expected a time with its offset, for example 2026-03-01T09:30:00+03:00");
    }
    return null;
  }

  @Nullable LocalDate pastDate(@Nullable String written, String pointer) {
    if (written == null) {
      return null;
    }
    try {
      LocalDate read = LocalDate.parse(written);
      if (read.isBefore(EARLIEST)) {
        wrong.add(pointer, "is before 1900");
      } else if (read.isAfter(LocalDate.ofInstant(now, FIRST_TO_SEE_THE_DAY))) {
        wrong.add(pointer, "is in the future");
      } else {
        return read;
      }
    } catch (DateTimeException e) {
      wrong.add(pointer, "expected a date, for example 1958-07-24");
    }
    return null;
  }
}
