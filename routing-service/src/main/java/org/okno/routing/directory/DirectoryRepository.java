package org.okno.routing.directory;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.sql.BatchInsert;

/** The directory's tables, read and written as a whole. */
@Singleton
class DirectoryRepository {
  private static final String REPLACE_TERRITORY =
      """
      on conflict (code) do update set
        name = excluded.name, level = excluded.level, parent = excluded.parent, zone = excluded.zone,
        oktmo = excluded.oktmo
      """;
  private static final String REPLACE_TERM =
      "on conflict (axis, code) do update set name_ru = excluded.name_ru, name_en ="
          + " excluded.name_en";
  private static final String REPLACE_ORGANIZATION =
      """
      on conflict (id) do update set
        name = excluded.name, description = excluded.description, website = excluded.website,
        opening_hours = excluded.opening_hours
      """;
  private static final String REPLACE_SERVICE =
      """
      on conflict (id) do update set
        organization_id = excluded.organization_id, name = excluded.name, status = excluded.status,
        respond_within_hours = excluded.respond_within_hours, needs = excluded.needs,
        service_areas = excluded.service_areas, target_groups = excluded.target_groups
      """;

  private static final String REPLACE_DEADLINE =
      """
      on conflict (id) do update set
        need = excluded.need, urgency = excluded.urgency, target_group = excluded.target_group,
        respond_within = excluded.respond_within, resolve_within = excluded.resolve_within
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  DirectoryRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /**
   * The directory as it is now, in a transaction of its own.
   *
   * @param known returned where it is current
   */
  @Transactional(TxType.REQUIRES_NEW)
  DirectorySnapshot snapshot(@Nullable DirectorySnapshot known) {
    return jdbi.withHandle(
        handle ->
            known != null && known.version() == version(handle, "")
                ? known
                // Shared: no import changes the tables while they are read.
                : new DirectorySnapshot(version(handle, "for share"), content(handle)));
  }

  /** The directory, which nobody else changes until the current transaction ends. */
  @Transactional(TxType.MANDATORY)
  DirectorySnapshot locked() {
    return jdbi.withHandle(
        handle -> new DirectorySnapshot(version(handle, "for update"), content(handle)));
  }

  /** Inserts or replaces entries and counts one more version. */
  @Transactional(TxType.MANDATORY)
  void put(DirectoryDocument entries) {
    batchInsert.insert("territory", entries.territories(), REPLACE_TERRITORY);
    batchInsert.insert("term", entries.terms(), REPLACE_TERM);
    batchInsert.insert("organization", entries.organizations(), REPLACE_ORGANIZATION);
    batchInsert.insert("service", entries.services(), REPLACE_SERVICE);
    batchInsert.insert("deadline_rule", entries.deadlines(), REPLACE_DEADLINE);
    jdbi.useHandle(handle -> handle.execute("update directory_version set version = version + 1"));
  }

  private static long version(Handle handle, String lock) {
    return handle
        .createQuery("select version from directory_version " + lock)
        .mapTo(Long.class)
        .one();
  }

  private static DirectoryContent content(Handle handle) {
    return new DirectoryContent(
        entries(handle, "territory", Territory.class, Territory::code),
        entries(handle, "term", Term.class, Term::key),
        entries(handle, "organization", Organization.class, Organization::id),
        entries(handle, "service", Service.class, Service::id),
        entries(handle, "deadline_rule", DeadlineRule.class, DeadlineRule::id));
  }

  private static <T> SortedMap<String, T> entries(
      Handle handle, String table, Class<T> type, Function<T, String> key) {
    return handle.createQuery("select * from " + table).mapTo(type).stream()
        .collect(toMap(key, Function.identity(), (one, other) -> one, TreeMap::new));
  }
}
