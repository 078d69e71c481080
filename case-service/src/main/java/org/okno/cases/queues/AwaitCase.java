package org.okno.cases.queues;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.opening.CaseSignals;
import org.okno.cases.opening.CaseSignals.Listener;

/** Reads a case that may be on its way here: whoever posted a request need not poll. */
@Singleton
class AwaitCase {
  /** Another process of this service may open the case; it signals nobody here. */
  private static final Duration QUERY_EVERY = Duration.ofSeconds(1);

  private final CaseRepository cases;
  private final CaseSignals signals;

  AwaitCase(CaseRepository cases, CaseSignals signals) {
    this.cases = cases;
    this.signals = signals;
  }

  /**
   * The case as soon as it exists; empty if it does not before the timeout.
   *
   * @param timeout zero: the case as it is now
   */
  Optional<CaseFile> read(UUID requestId, Duration timeout) throws InterruptedException {
    if (timeout.isZero()) {
      return cases.find(requestId);
    }
    long until = System.nanoTime() + timeout.toNanos();
    try (Listener listener = signals.listen(requestId)) {
      Optional<CaseFile> found = cases.find(requestId);
      while (found.isEmpty() && System.nanoTime() < until) {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        listener.await(left.compareTo(QUERY_EVERY) < 0 ? left : QUERY_EVERY);
        found = cases.find(requestId);
      }
      return found;
    }
  }
}
