package org.okno.cases.queues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.opening.CaseSignals;
import org.okno.cases.opening.CaseSignals.Listener;
import org.okno.identity.Rows;

/** Reads a case that may be on its way here: whoever posted a request need not poll. */
@Singleton
class AwaitCase {
  /** Another process of this service may open the case; it signals nobody here. */
  private static final Duration QUERY_EVERY = Duration.ofSeconds(1);

  private final BiFunction<UUID, Rows, Optional<CaseFile>> cases;
  private final CaseSignals signals;
  private final Semaphore waiting;

  @Inject
  AwaitCase(CaseRepository cases, CaseSignals signals, QueueSettings settings) {
    this(cases::find, signals, settings.maxWaiting());
  }

  AwaitCase(BiFunction<UUID, Rows, Optional<CaseFile>> cases, CaseSignals signals, int maxWaiting) {
    this.cases = cases;
    this.signals = signals;
    this.waiting = new Semaphore(maxWaiting);
  }

  /**
   * What was read.
   *
   * @param waited how long it would have waited; zero where too many wait already
   */
  record Reading(Optional<CaseFile> found, Duration waited) {}

  /**
   * The case as soon as it exists; empty if it does not before the timeout.
   *
   * @param permitted a case that is not among these rows does not exist
   * @param timeout zero: the case as it is now
   */
  Reading read(UUID requestId, Rows permitted, Duration timeout) throws InterruptedException {
    if (timeout.isZero() || !waiting.tryAcquire()) {
      return new Reading(cases.apply(requestId, permitted), Duration.ZERO);
    }
    try {
      return new Reading(await(requestId, permitted, timeout), timeout);
    } finally {
      waiting.release();
    }
  }

  private Optional<CaseFile> await(UUID requestId, Rows permitted, Duration timeout)
      throws InterruptedException {
    long until = System.nanoTime() + timeout.toNanos();
    try (Listener listener = signals.listen(requestId)) {
      Optional<CaseFile> found = cases.apply(requestId, permitted);
      while (found.isEmpty() && System.nanoTime() < until) {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        listener.await(left.compareTo(QUERY_EVERY) < 0 ? left : QUERY_EVERY);
        found = cases.apply(requestId, permitted);
      }
      return found;
    }
  }
}
