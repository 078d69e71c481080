package org.okno.journeys;

import java.util.concurrent.Callable;

/** Waits for what takes a moment to get through the flow. */
final class Await {
  private static final int TRIES = 1200;

  private Await() {}

  /** Returns when it holds; a service that is away counts as "not yet". */
  static void until(Callable<Boolean> holds) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      if (now(holds)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it did not come to hold within two minutes");
  }

  private static boolean now(Callable<Boolean> holds) {
    try {
      return holds.call();
    } catch (Exception e) {
      return false;
    }
  }
}
