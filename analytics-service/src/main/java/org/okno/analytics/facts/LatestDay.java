package org.okno.analytics.facts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The latest calendar day that has begun anywhere on earth: territories have days of their own. */
public final class LatestDay {
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  private LatestDay() {}

  /** That day now. */
  public static LocalDate by(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), FIRST_ZONE);
  }
}
