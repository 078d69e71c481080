package org.okno.intake.territory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory;

/**
 * The finder of territories, kept in memory and rebuilt where the directory or the lists changed.
 */
@Singleton
public class CurrentTerritories {
  private static final Duration RELOAD_AFTER = Duration.ofSeconds(30);

  private final TerritoryDataRepository repository;
  private final CurrentDirectory directory;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  CurrentTerritories(TerritoryDataRepository repository, CurrentDirectory directory, Clock clock) {
    this.repository = repository;
    this.directory = directory;
    this.clock = clock;
  }

  private record Loaded(
      TerritoryFinder finder, List<Directory.Territory> territories, long version, Instant at) {}

  /** The finder; others' imports are in it after at most 30 s. */
  public TerritoryFinder get() {
    Loaded last = loaded;
    if (last != null && clock.instant().isBefore(last.at.plus(RELOAD_AFTER))) {
      return last.finder;
    }
    if (last != null && !loading.tryLock()) {
      return last.finder;
    }
    if (last == null) {
      loading.lock();
    }
    try {
      return load().finder;
    } finally {
      loading.unlock();
    }
  }

  /** For whoever imported something: it is in the finder at once. */
  void reload() {
    loading.lock();
    try {
      load();
    } finally {
      loading.unlock();
    }
  }

  private Loaded load() {
    Instant at = clock.instant();
    List<Directory.Territory> territories = directory.getRecent().territories();
    Loaded last = loaded;
    Loaded next =
        last != null && last.version == repository.version() && last.territories.equals(territories)
            ? new Loaded(last.finder, territories, last.version, at)
            : build(territories, at);
    loaded = next;
    return next;
  }

  private Loaded build(List<Directory.Territory> territories, Instant at) {
    TerritoryData data = repository.load();
    TerritoryFinder finder =
        new TerritoryFinder(
            territories,
            data.otherNames(),
            new Boundaries(data.polygons()),
            data.rows().stream().flatMap(row -> row.place().stream()).toList(),
            data.rows().stream().map(StreetRow::segment).toList());
    return new Loaded(finder, territories, data.version(), at);
  }
}
