package org.okno.intake.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The directory, kept in memory. Of several instances only one consumes the topic, which has one
 * partition; the others see its tables when they reload them.
 */
@Singleton
public final class CurrentDirectory {
  private static final Duration MAX_AGE = Duration.ofSeconds(1);

  /** After it another instance's changes are seen, where no code is missing. */
  private static final Duration RELOAD_AFTER = Duration.ofSeconds(30);

  private final Supplier<Directory> tables;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  @Inject
  CurrentDirectory(DirectoryRepository repository, Clock clock) {
    this(repository::load, clock);
  }

  CurrentDirectory(Supplier<Directory> tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  private record Loaded(Directory directory, Instant at) {
    boolean isYoungerThan(Duration age, Clock clock) {
      return at.plus(age).isAfter(clock.instant());
    }
  }

  /** As it was loaded last; loads it the first time, and where that is a while ago. */
  public Directory get() {
    Loaded last = loaded;
    if (last == null) {
      return load();
    }
    if (last.isYoungerThan(RELOAD_AFTER, clock) || !loading.tryLock()) {
      return last.directory;
    }
    try {
      return load();
    } finally {
      loading.unlock();
    }
  }

  /**
   * For a caller who misses a code: reloaded unless that was done within the last second, so that
   * unknown codes cannot overload the database.
   */
  public Directory getRecent() {
    Loaded last = loaded;
    return last != null && last.isYoungerThan(MAX_AGE, clock) ? last.directory : load();
  }

  /** Loads the tables: for whoever has just changed them. */
  public Directory load() {
    loading.lock();
    try {
      Instant at = clock.instant();
      Directory directory = tables.get();
      loaded = new Loaded(directory, at);
      return directory;
    } finally {
      loading.unlock();
    }
  }
}
