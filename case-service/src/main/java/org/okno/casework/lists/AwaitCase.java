package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.okno.casework.needs.CaseFile;
import org.okno.casework.needs.CaseFiles;
import org.okno.casework.opening.Arrivals;
import org.okno.casework.opening.Arrivals.Arrival;

/**
 * Reads a case that may be on its way here: whoever posted a request need not ask again and again.
 */
@Singleton
class AwaitCase {
  /** Another process of this service may open it; nobody tells of that. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final CaseFiles files;
  private final Arrivals arrivals;

  AwaitCase(CaseFiles files, Arrivals arrivals) {
    this.files = files;
    this.arrivals = arrivals;
  }

  /** The case as soon as it is here; empty where it is not after so long. */
  Optional<CaseFile> read(UUID requestId, Duration longest)
      throws SQLException, InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    try (Arrival arrival = arrivals.of(requestId)) {
      Optional<CaseFile> found = files.read(requestId);
      while (found.isEmpty() && System.nanoTime() < until) {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        arrival.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
        found = files.read(requestId);
      }
      return found;
    }
  }
}
