package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.sql.BatchInsert;

/** The table {@code access_entry}: append-only. */
@Singleton
class AccessRepository {
  private static final String TABLE = "access_entry";
  // Any number that no other lock of this database has; held until the transaction ends.
  private static final String LOCK = "select pg_advisory_xact_lock(130001)";
  private static final String LAST = "select * from access_entry order by number desc limit 1";
  private static final String FIND = "select * from access_entry e where e.id = :id %s";
  private static final String IS_APPROVED =
      "select exists (select from access_entry where approves = ?)";
  private static final String AFTER =
      "select * from access_entry where number > ? order by number limit ?";
  private static final String LIST =
      """
      select e.*, a.at as approved_at
      from access_entry e left join access_entry a on a.approves = e.id
      where e.number < :before %s order by e.number desc limit :rows
      """;
  private static final String UNAPPROVED =
      """
      e.purpose = 'emergency' and e.action = 'opened'
      and not exists (select from access_entry approval where approval.approves = e.id)
      """;
  private static final String COUNT_UNAPPROVED =
      "select count(*) from access_entry e where " + UNAPPROVED;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  AccessRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** An entry, and when it was approved. */
  record ListedAccess(AccessEntry entry, @Nullable Instant approvedAt) {}

  /** Waits until every other transaction that appends has ended. */
  void lock() {
    jdbi.useHandle(handle -> handle.execute(LOCK));
  }

  /** The newest entry; stays it while the lock is held. */
  Optional<AccessEntry> last() {
    return jdbi.withHandle(handle -> handle.createQuery(LAST).mapTo(AccessEntry.class).findOne());
  }

  void insert(AccessEntry entry) {
    batchInsert.insert(TABLE, List.of(entry), "");
  }

  /** An entry; empty where it is not among the permitted ones. */
  Optional<AccessEntry> find(UUID id, Rows permitted) {
    RowCondition visible = visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND.formatted(visible.sql()))
                .bind("id", id)
                .bindMap(visible.parameters())
                .mapTo(AccessEntry.class)
                .findOne());
  }

  boolean isApproved(UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(IS_APPROVED).bind(0, id).mapTo(Boolean.class).one());
  }

  /** The next entries behind a number, in their order. */
  List<AccessEntry> after(long number, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AFTER)
                .bind(0, number)
                .bind(1, limit)
                .mapTo(AccessEntry.class)
                .list());
  }

  /**
   * Entries, the newest first.
   *
   * @param before number of the last one seen
   */
  List<ListedAccess> list(long before, AccessQuery query, Rows permitted, int rows) {
    RowCondition visible = visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LIST.formatted(condition(query) + visible.sql()))
                .bind("before", before)
                .bind("rows", rows)
                .bindMap(parameters(query))
                .bindMap(visible.parameters())
                .mapTo(ListedAccess.class)
                .list());
  }

  long countUnapproved() {
    return jdbi.withHandle(handle -> handle.createQuery(COUNT_UNAPPROVED).mapTo(Long.class).one());
  }

  private static String condition(AccessQuery query) {
    return (query.request() == null ? "" : " and e.request_id = :request")
        + (query.person() == null ? "" : " and e.person_ids @> array[cast(:person as text)]")
        + (query.from() == null ? "" : " and e.at >= :from")
        + (query.to() == null ? "" : " and e.at < :to")
        + (query.unapproved() ? " and " + UNAPPROVED : "");
  }

  private static Map<String, Object> parameters(AccessQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    if (query.request() != null) {
      parameters.put("request", query.request());
    }
    if (query.person() != null) {
      parameters.put("person", query.person().toString());
    }
    if (query.from() != null) {
      parameters.put("from", startOf(query.from()));
    }
    if (query.to() != null) {
      parameters.put("to", startOf(query.to().plusDays(1)));
    }
    return parameters;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** An agency sees the accesses of its own people. */
  private static RowCondition visible(Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) ->
          new RowCondition(" and e.agency = :ownAgency", Map.of("ownAgency", agency));
      case Rows.OfTerritory territory -> throw permitted.unsupported();
      case Rows.OfChannel channel -> throw permitted.unsupported();
    };
  }
}
