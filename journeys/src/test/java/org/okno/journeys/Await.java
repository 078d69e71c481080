package org.okno.journeys;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what takes a moment to get through the flow. */
final class Await {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private Await() {}

  /** Returns when the condition holds; a service that is down counts as "not yet". */
  static void until(Callable<Boolean> condition) {
    if (!org.okno.engines.Await.until(TIMEOUT, () -> holds(condition))) {
      throw new AssertionError("the condition did not hold within two minutes");
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      return false;
    }
  }
}
