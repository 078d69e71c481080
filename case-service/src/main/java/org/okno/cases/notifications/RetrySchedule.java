package org.okno.cases.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is attempted again.
 *
 * @param delays before each attempt, the first one included; at least one
 * @param jitter share of a delay, at most so much of which is added by chance: endpoints that were
 *     down together are not told all at once
 */
record RetrySchedule(List<Duration> delays, double jitter) {
  RetrySchedule {
    delays = List.copyOf(delays);
    if (delays.isEmpty() || delays.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a schedule has delays, none of them negative");
    }
    if (jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("jitter: expected a share from 0 to 1");
    }
  }

  /**
   * How long to wait after so many attempts.
   *
   * @return empty after the last one
   */
  Optional<Duration> after(int attempts, RandomGenerator random) {
    return attempts < delays.size()
        ? Optional.of(jittered(delays.get(attempts), random))
        : Optional.empty();
  }

  private Duration jittered(Duration delay, RandomGenerator random) {
    return delay.plusMillis((long) (delay.toMillis() * jitter * random.nextDouble()));
  }
}
