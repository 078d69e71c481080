package org.okno.analytics.territories;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.sql.BatchInsert;

/** The table {@code territory}: each with the one above it. */
@Singleton
class TerritoryRepository {
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

  /** Inserts territories, or replaces older ones; no code may be repeated. */
  void save(List<TerritoryPublished> territories) {
    batchInsert.insert(
        "territory",
        territories.stream()
            .map(one -> new Territory(one.code(), one.parent(), one.version(), one.publishedAt()))
            .toList(),
        NEWER);
  }
}
