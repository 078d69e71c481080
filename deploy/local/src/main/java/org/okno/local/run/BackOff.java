package org.okno.local.run;

import java.time.Duration;

/**
 * The delay before a part that died is restarted: 1 s, doubled each time up to 30 s; 1 s again for
 * a part that has run for a minute.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * @param ran how long the part had run
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
