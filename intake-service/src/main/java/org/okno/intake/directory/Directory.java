package org.okno.intake.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.okno.intake.database.Transactions;

/**
 * The reference data, kept in memory. Of several instances only one reads the topic, which has one
 * partition; the others see its tables when they look again.
 */
public final class Directory {
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  public Directory(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Loaded(ReferenceData data, Instant at) {}

  /** What is known now; reads the tables the first time. */
  public ReferenceData current() {
    Loaded known = loaded;
    return known == null ? refresh() : known.data;
  }

  /** Reads the tables again. */
  public ReferenceData refresh() {
    loading.lock();
    try {
      Instant at = clock.instant();
      ReferenceData data = transactions.read(LoadReferenceData::load);
      loaded = new Loaded(data, at);
      return data;
    } finally {
      loading.unlock();
    }
  }

  /**
   * What is known to somebody who misses a code: read again if it was not read within the last
   * second, so that wrong codes cannot wear the database out.
   */
  public ReferenceData lookedUpAgain() {
    Loaded known = loaded;
    boolean fresh =
        known != null
            && Duration.between(known.at, clock.instant()).compareTo(LOOK_AGAIN_AFTER) < 0;
    return known != null && fresh ? known.data : refresh();
  }
}
