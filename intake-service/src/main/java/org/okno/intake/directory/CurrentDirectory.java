package org.okno.intake.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The directory, kept in memory. Of several instances only one consumes the topic, which has one
 * partition; the others see its tables when they reload them.
 */
@Singleton
public final class CurrentDirectory {
  private static final Duration MAX_AGE = Duration.ofSeconds(1);

  private final DirectoryRepository repository;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  CurrentDirectory(DirectoryRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  private record Loaded(Directory directory, Instant at) {}

  /** As it was loaded last; loads it the first time. */
  public Directory get() {
    Loaded last = loaded;
    return last == null ? load() : last.directory;
  }

  /**
   * For a caller who misses a code: reloaded unless that was done within the last second, so that
   * unknown codes cannot overload the database.
   */
  public Directory getRecent() {
    Loaded last = loaded;
    boolean recent = last != null && last.at.plus(MAX_AGE).isAfter(clock.instant());
    return last != null && recent ? last.directory : load();
  }

  /** Loads the tables. */
  Directory load() {
    loading.lock();
    try {
      Instant at = clock.instant();
      Directory directory = repository.load();
      loaded = new Loaded(directory, at);
      return directory;
    } finally {
      loading.unlock();
    }
  }
}
