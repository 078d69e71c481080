package org.okno.defaults;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one source of the time. */
public final class ClockProducer {
  private ClockProducer() {}

  /** Milliseconds: the precision of every timestamp in events, tables and HTTP. */
  @Produces
  @Singleton
  static Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
