package org.okno.engines;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits by polling. */
public final class Await {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private Await() {}

  /**
   * Checks the condition each 100 ms until it holds or the timeout is over.
   *
   * @return whether it holds
   */
  public static boolean until(Duration timeout, BooleanSupplier condition) {
    return until(timeout, condition::getAsBoolean, holds -> holds);
  }

  /**
   * Reads each 100 ms until the condition holds or the timeout is over.
   *
   * @return what was read last
   */
  public static <T> T until(Duration timeout, Supplier<T> read, Predicate<T> condition) {
    long deadline = System.nanoTime() + timeout.toNanos();
    T last = read.get();
    while (!condition.test(last) && System.nanoTime() < deadline) {
      pause();
      last = read.get();
    }
    return last;
  }

  private static void pause() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while waiting", e);
    }
  }
}
