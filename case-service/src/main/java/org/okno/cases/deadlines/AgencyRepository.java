package org.okno.cases.deadlines;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.contracts.Event;
import org.okno.sql.BatchInsert;

/** The table {@code agency}: names of agencies and when they are open, as routing publishes it. */
@Singleton
public class AgencyRepository {
  private static final String NEWER =
      """
      on conflict (id) do update set
        name = excluded.name, opening_hours = excluded.opening_hours, version = excluded.version, published_at = excluded.published_at
      where coalesce(excluded.version > agency.version, excluded.published_at >= agency.published_at)
      """;
  private static final String HOURS =
      "select id, opening_hours from agency where id = any(:ids) and opening_hours <> '{}'";

  // The name is null where the directory was published before names were kept.
  private static final String FIND =
      "select id, coalesce(name, id) as name from agency where id = any(?)";

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  AgencyRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record Agency(
      String id,
      String name,
      List<String> openingHours,
      @Nullable Long version,
      Instant publishedAt) {}

  private record Hours(String id, List<String> openingHours) {}

  /** Inserts the agencies among the events, or replaces older ones. */
  public void save(Collection<? extends Event> events) {
    batchInsert.insert(
        "agency",
        DirectoryEvent.newest(events, AgencyPublished.class).stream()
            .map(AgencyRepository::row)
            .toList(),
        NEWER);
  }

  private static Agency row(AgencyPublished event) {
    List<String> hours = event.openingHours();
    return new Agency(
        event.id(),
        event.name(),
        hours == null ? List.of() : hours,
        event.version(),
        event.publishedAt());
  }

  /** Those of the agencies that the directory has, by id. */
  public Map<String, AgencyRef> find(Collection<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND)
                .bind(0, ids.toArray(String[]::new))
                .mapTo(AgencyRef.class)
                .collect(toMap(AgencyRef::id, one -> one)));
  }

  /** The opening hours of those agencies that have any, by id. */
  Map<String, OpeningHours> hours(Collection<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HOURS)
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(Hours.class)
                .collect(toMap(Hours::id, one -> OpeningHours.of(one.openingHours()))));
  }
}
