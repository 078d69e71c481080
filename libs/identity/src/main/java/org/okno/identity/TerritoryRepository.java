package org.okno.identity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.Event;
import org.okno.sql.BatchInsert;

/**
 * The table {@code territory} of a service that shows coordinators their own: each territory with
 * the one above it.
 */
@Singleton
public class TerritoryRepository {
  private static final String NEWER =
      """
      on conflict (code) do update set
        parent = excluded.parent, version = excluded.version, published_at = excluded.published_at
      where coalesce(excluded.version > territory.version, excluded.published_at >= territory.published_at)
      """;

  private final BatchInsert batchInsert;

  TerritoryRepository(BatchInsert batchInsert) {
    this.batchInsert = batchInsert;
  }

  private record Territory(
      String code, @Nullable String parent, @Nullable Long version, Instant publishedAt) {}

  /** Inserts the territories among the events, or replaces older ones. */
  public void save(Collection<? extends Event> events) {
    batchInsert.insert(
        "territory",
        DirectoryEvent.newest(events, TerritoryPublished.class).stream()
            .map(one -> new Territory(one.code(), one.parent(), one.version(), one.publishedAt()))
            .toList(),
        NEWER);
  }
}
