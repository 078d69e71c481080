package org.okno.cases;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: the real one, and so much later as a test sets it. */
public final class MovableClock extends Clock {
  private static final InstantSource REAL = Clock.tickMillis(ZoneOffset.UTC);
  private static volatile Duration ahead = Duration.ZERO;

  /** From now on it goes on from this time. */
  static void moveTo(Instant time) {
    ahead = Duration.between(REAL.instant(), time);
  }

  static void reset() {
    ahead = Duration.ZERO;
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  static Clock clock() {
    return new MovableClock();
  }

  @Override
  public Instant instant() {
    return REAL.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Okno's instants have no zone");
  }
}
