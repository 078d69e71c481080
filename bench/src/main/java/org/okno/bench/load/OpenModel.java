package org.okno.bench.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.okno.bench.load.Schedule.Arrival;

/**
 * Arrivals that do not wait for answers. The clock of each runs from when it was due, so that a
 * service that stalls cannot hide the wait of those that came meanwhile (no coordinated omission).
 */
public final class OpenModel {

  /** So that a service that never answers does not take this machine with it. */
  private static final int MOST_UNDER_WAY = 20_000;

  private OpenModel() {}

  /** What one arrival does, on a virtual thread of its own. */
  @FunctionalInterface
  public interface Action {
    /**
     * @param due when it should have begun, a {@link System#nanoTime}
     */
    void arrive(Arrival arrival, long due);
  }

  /**
   * Lets all arrive and waits for the last.
   *
   * @return how long the latest began after it was due, in nanoseconds: the generator's own fault
   */
  public static long run(Schedule schedule, Action action) throws InterruptedException {
    Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    long begin = System.nanoTime() + 100_000_000;
    long latest = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Arrival arrival : schedule.arrivals()) {
        long due = begin + arrival.nanos();
        underWay.acquire();
        waitUntil(due);
        latest = Math.max(latest, System.nanoTime() - due);
        threads.execute(
            () -> {
              try {
                action.arrive(arrival, due);
              } finally {
                underWay.release();
              }
            });
      }
    }
    return latest;
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
