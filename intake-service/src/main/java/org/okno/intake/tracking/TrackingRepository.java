package org.okno.intake.tracking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.sql.BatchInsert;

/** The table {@code tracked_need}, and requests by their tracking number. */
@Singleton
final class TrackingRepository {
  private static final String FIND =
      """
      select r.received_at, r.zone, w.withdrawn_at, t.*
      from request r left join withdrawal w on w.request_id = r.id left join tracked_need t on t.request_id = r.id
      where r.tracking_number = ?
      order by t.need_id
      """;

  private static final String UNTRACKED =
      """
      select id from request r where id >= :from and id < :to
        and not exists (select from tracked_need t where t.request_id = r.id)
      order by id limit :limit
      """;
  // What the case had before it heard of a withdrawal: it keeps none of these behind it. And a need
  // of a corrected request that it does not have.
  private static final String UNFOLLOWED =
      """
      select request_id from withdrawal w where %1$s and withdrawn_at >= :from and withdrawn_at < :to and exists (
        select from tracked_need t where t.request_id = w.request_id and t.since < w.withdrawn_at
          and t.status in ('in-triage', 'returned', 'assigned', 'accepted'))
      union
      select request_id from correction c where %1$s and corrected_at >= :from and corrected_at < :to and exists (
        select from request r cross join jsonb_array_elements(r.needs) n where r.id = c.request_id and not exists (
          select from tracked_need t where t.request_id = r.id and t.need_id = (n ->> 'id')::uuid))
      """;
  private static final String UNFOLLOWED_SINCE =
      UNFOLLOWED.formatted("true") + "order by 1 limit :limit";
  private static final String ANSWERED =
      """
      select distinct request_id from tracked_need where request_id = any(:ids)
      except
      """
          + "("
          + UNFOLLOWED.formatted("request_id = any(:ids)")
          + ")";

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  TrackingRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /**
   * A request with one of its needs; without any where it has no case yet.
   *
   * @param zone IANA time zone of where the person is
   * @param withdrawnAt null where it was not withdrawn
   */
  record TrackedRow(
      Instant receivedAt, String zone, @Nullable Instant withdrawnAt, @Nullable TrackedNeed need) {}

  /**
   * Inserts the status of needs, or replaces an older one: what is replayed or published again
   * brings back no old status. The same version again fills what an earlier release did not store.
   * No need may be repeated.
   */
  void save(List<TrackedNeed> needs) {
    batchInsert.insert(
        "tracked_need",
        needs,
        """
        on conflict (request_id, need_id)
        do update set need = excluded.need, status = excluded.status, agency = excluded.agency, agency_id = excluded.agency_id,
          since = excluded.since, due_at = coalesce(excluded.due_at, tracked_need.due_at),
          version = excluded.version
        where coalesce(excluded.version >= tracked_need.version, excluded.since >= tracked_need.since)
        """);
  }

  /** A row for each need of the request with this number; none where there is no such request. */
  List<TrackedRow> find(String trackingNumber) {
    return jdbi.withHandle(
        handle -> handle.createQuery(FIND).bind(0, trackingNumber).mapTo(TrackedRow.class).list());
  }

  /** Requests without any need tracked, in the order of their acceptance. */
  List<UUID> untracked(UUID from, UUID to, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(UNTRACKED)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Requests whose case has not followed their withdrawal or correction of this time. */
  List<UUID> unfollowed(Instant from, Instant to, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(UNFOLLOWED_SINCE)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Those of the requests whose case has answered all that was published of them. */
  Set<UUID> answered(Collection<UUID> requestIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ANSWERED)
                .bind("from", Instant.EPOCH)
                .bind("to", LAST)
                .bind("ids", requestIds.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .set());
  }
}
