package org.okno.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Waits for what comes by itself; an exception or a failed assertion counts as "not yet". */
public final class Await {
  /** How long a test waits. */
  public static final Duration TIMEOUT = Duration.ofSeconds(60);

  private Await() {}

  /** Waits until a condition holds. */
  public static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(TIMEOUT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(condition);
  }

  /** Waits until assertions hold. */
  public static void untilAsserted(Runnable assertions) {
    Awaitility.await()
        .atMost(TIMEOUT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .untilAsserted(assertions::run);
  }

  /** Waits until a query returns something, and returns that. */
  public static <T> T value(Callable<@Nullable T> query) {
    AtomicReference<@Nullable T> found = new AtomicReference<>();
    until(
        () -> {
          T value = query.call();
          found.set(value);
          return value != null;
        });
    T value = found.get();
    if (value == null) {
      throw new AssertionError("nothing came");
    }
    return value;
  }
}
