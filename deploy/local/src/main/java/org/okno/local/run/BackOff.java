package org.okno.local.run;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again: 1 s, then twice as long each time up
 * to 30 s. A part that has run for a minute begins anew.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * @param ran how long the part had run when it died
   */
  Duration afterRunning(Duration ran) {
    if (ran.compareTo(STEADY) >= 0) {
      next = FIRST;
    }
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }
}
