package org.okno.bench.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.okno.bench.load.Schedule.Arrival;

/**
 * Arrivals that do not wait for responses. Each is measured from when it was due, so that a stalled
 * service cannot hide the waiting of later arrivals (no coordinated omission).
 */
public final class OpenModel {

  /** So that a service that never responds does not exhaust this machine. */
  private static final int MAX_CONCURRENT = 20_000;

  private OpenModel() {}

  /** The work of one arrival, on a virtual thread of its own. */
  @FunctionalInterface
  public interface Action {
    /**
     * @param due when it should have begun, a {@link System#nanoTime}
     */
    void arrive(Arrival arrival, long due);
  }

  /**
   * Runs all arrivals and waits for the last.
   *
   * @return the largest delay of a start, in nanoseconds: the generator's own error
   */
  public static long run(Schedule schedule, Action action) throws InterruptedException {
    Semaphore concurrent = new Semaphore(MAX_CONCURRENT);
    long begin = System.nanoTime() + 100_000_000;
    long latest = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Arrival arrival : schedule.arrivals()) {
        long due = begin + arrival.nanos();
        concurrent.acquire();
        waitUntil(due);
        latest = Math.max(latest, System.nanoTime() - due);
        threads.execute(
            () -> {
              try {
                action.arrive(arrival, due);
              } finally {
                concurrent.release();
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
