package org.okno.routing.directory;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Failure;

/** Keeps a copy of the directory in memory, so that a decision needs no database. */
@Singleton
public class CurrentDirectory {
  private static final Logger LOG = Logger.getLogger(CurrentDirectory.class);

  private final DirectoryRepository repository;
  private volatile @Nullable DirectorySnapshot snapshot;

  CurrentDirectory(DirectoryRepository repository) {
    this.repository = repository;
  }

  /**
   * The copy: at most {@code okno.routing.directory.check-every} behind an import by another
   * instance.
   *
   * @throws RuntimeException if there is no copy yet and the database is not available
   */
  public DirectorySnapshot snapshot() {
    DirectorySnapshot held = snapshot;
    return held == null ? fresh() : held;
  }

  /** The directory as it is in the database now. */
  public synchronized DirectorySnapshot fresh() {
    DirectorySnapshot fresh = repository.snapshot(snapshot);
    if (fresh != snapshot) {
      snapshot = fresh;
      LOG.infof(
          "directory at version %d: %d territories, %d agencies, %d services",
          fresh.version(),
          fresh.content().territories().size(),
          fresh.content().organizations().size(),
          fresh.content().services().size());
    }
    return fresh;
  }

  @Scheduled(
      every = "{okno.routing.directory.check-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void checkForChanges() {
    try {
      fresh();
    } catch (RuntimeException e) {
      LOG.warnf("directory not checked for changes: %s", Failure.describe(e));
    }
  }
}
