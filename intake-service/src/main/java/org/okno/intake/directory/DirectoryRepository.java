package org.okno.intake.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.intake.directory.Directory.Channel;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.directory.Directory.Territory;
import org.okno.sql.BatchInsert;

/** The tables {@code channel}, {@code territory} and {@code term}. */
@Singleton
final class DirectoryRepository {
  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  DirectoryRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record TerritoryRow(
      String code,
      String name,
      String level,
      @Nullable String parent,
      String zone,
      Instant publishedAt,
      @Nullable Long version) {

    static TerritoryRow of(TerritoryPublished one) {
      return new TerritoryRow(
          one.code(),
          one.name(),
          one.level(),
          one.parent(),
          one.zone(),
          one.publishedAt(),
          one.version());
    }
  }

  private record TermRow(
      String axis,
      String code,
      String nameRu,
      String nameEn,
      Instant publishedAt,
      @Nullable Long version) {

    static TermRow of(TermPublished one) {
      return new TermRow(
          one.axis(), one.code(), one.nameRu(), one.nameEn(), one.publishedAt(), one.version());
    }
  }

  Directory load() {
    return jdbi.withHandle(
        handle ->
            new Directory(
                handle.createQuery("select * from channel").mapTo(Channel.class).list(),
                handle.createQuery("select * from territory").mapTo(Territory.class).list(),
                handle.createQuery("select * from term").mapTo(Term.class).list()));
  }

  /** Inserts territories, or replaces older ones; no code may be repeated. */
  void saveTerritories(List<TerritoryPublished> territories) {
    batchInsert.insert(
        "territory",
        territories.stream().map(TerritoryRow::of).toList(),
        """
        on conflict (code) do update set
          name = excluded.name, level = excluded.level, parent = excluded.parent, zone = excluded.zone,
          version = excluded.version, published_at = excluded.published_at
        where coalesce(excluded.version > territory.version, excluded.published_at >= territory.published_at)
        """);
  }

  /** Inserts terms, or replaces older ones; no axis and code may be repeated. */
  void saveTerms(List<TermPublished> terms) {
    batchInsert.insert(
        "term",
        terms.stream().map(TermRow::of).toList(),
        """
        on conflict (axis, code) do update set name_ru = excluded.name_ru, name_en = excluded.name_en,
          version = excluded.version, published_at = excluded.published_at
        where coalesce(excluded.version > term.version, excluded.published_at >= term.published_at)
        """);
  }
}
