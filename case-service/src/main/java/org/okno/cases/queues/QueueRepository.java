package org.okno.cases.queues;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.NeedRow;
import org.okno.cases.needs.Visibility;
import org.okno.contracts.NeedStatus;
import org.okno.http.Cursor;
import org.okno.identity.Rows;

/**
 * The queues of agencies, due first.
 *
 * <p>A need keeps its position while it is worked on, so a walk sees each need that was there when
 * it began exactly once. The cost of a page depends on its length, not on how much the agency has
 * ever settled: each status is a range of one index, read from the cursor on, and the ranges are
 * merged.
 */
@Singleton
class QueueRepository {
  /** The rows of some needs {@code n}, due first, with what is seen of their cases. */
  static final String ROWS =
      """
      select n.*, c.tracking_number, c.channel, c.territory, c.urgency, c.requested_at,
        response.due_at as respond_by, coalesce(escalation.level, 0) as level from (%s) n
      join cases c on c.request_id = n.request_id
      left join deadline response
        on response.request_id = n.request_id and response.need_id = n.id and response.kind = 'response'
      left join lateral (
        select max(level) as level from deadline d where d.request_id = n.request_id and d.need_id = n.id) escalation
        on true
      order by n.due_at, n.id
      """;

  private static final String PAGE =
      ROWS.formatted(
          """
          select queue.* from unnest(:statuses::text[]) as wanted(status) cross join lateral (
            select * from need n
            where n.agency_id = :agency and n.status = wanted.status
              and (n.due_at, n.id) > (:dueAt::timestamptz, :needId) %s%s
            order by n.due_at, n.id limit :limit) queue
          order by queue.due_at, queue.id limit :limit""");
  private static final String OF_NEED = "and n.need = :need ";
  private static final String OVERDUE = "and n.due_at < :now ";
  private static final String NOT_OVERDUE = "and (n.due_at >= :now or n.settled_at is not null) ";

  private static final String OWN_NEED = "and n.agency_id = :ownAgency ";
  private static final String IN_CASE =
      "and exists (select from cases c where c.request_id = n.request_id %s) ";

  // Counted from the index of the queues alone; the name is looked up once a group.
  private static final String LOADS =
      """
      select g.agency_id as id, max(name.agency_name) as name,
        coalesce(sum(g.needs) filter (where g.status = 'assigned'), 0)::bigint as assigned,
        coalesce(sum(g.needs) filter (where g.status = 'accepted'), 0)::bigint as accepted,
        coalesce(sum(g.needs) filter (where g.status = 'in-progress'), 0)::bigint as in_progress,
        coalesce(sum(g.needs) filter (where g.status = 'waiting-for-applicant'), 0)::bigint as waiting_for_applicant,
        coalesce(sum(g.needs) filter (where g.status = 'resolved'), 0)::bigint as resolved,
        coalesce(sum(g.needs) filter (where g.status = 'declined'), 0)::bigint as declined,
        coalesce(sum(g.needs) filter (where g.status = 'returned'), 0)::bigint as returned,
        coalesce(sum(g.needs) filter (where g.status = 'withdrawn'), 0)::bigint as withdrawn,
        sum(g.overdue)::bigint as overdue
      from (
        select agency_id, status, count(*) as needs,
          count(*) filter (where due_at < :now and settled_at is null) as overdue
        from need n where agency_id is not null %s group by agency_id, status) g
      cross join lateral (
        select agency_name from need n where n.agency_id = g.agency_id and n.status = g.status
        order by n.due_at desc limit 1) name
      group by g.agency_id order by g.agency_id
      """;

  private final Jdbi jdbi;

  QueueRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A need with what its agency sees of the case.
   *
   * @param respondBy null where it responded, or has no limit for that
   * @param level how far the need was escalated; 0 where it was not
   */
  record QueueRow(
      NeedRow need,
      String trackingNumber,
      String channel,
      String territory,
      String urgency,
      Instant requestedAt,
      @Nullable Instant respondBy,
      int level) {}

  /**
   * Which needs of an agency are wanted; null: all.
   *
   * @param need code in the needs taxonomy
   * @param overdue true: due before now and not settled; false: all others
   */
  record Filter(@Nullable NeedStatus status, @Nullable String need, @Nullable Boolean overdue) {

    /** The statuses to look through: a need in triage has no agency. */
    private String[] statuses() {
      return Arrays.stream(NeedStatus.values())
          .filter(one -> one != NeedStatus.IN_TRIAGE)
          .filter(one -> status == null || one == status)
          .filter(one -> !Boolean.TRUE.equals(overdue) || one.isOpenAtAgency())
          .map(NeedStatus::code)
          .toArray(String[]::new);
    }

    private String sql(Rows permitted) {
      return PAGE.formatted(
          (need == null ? "" : OF_NEED) + (overdue == null ? "" : overdue ? OVERDUE : NOT_OVERDUE),
          visible(permitted));
    }
  }

  /** The sort key of a queue. */
  record Position(Instant dueAt, UUID needId) {
    /** Before every need. */
    static final Position START = new Position(Instant.EPOCH, new UUID(0, 0));

    /**
     * Where a page begins.
     *
     * @throws org.okno.http.ProblemException 400 where the cursor is of another list
     */
    static Position of(@Nullable Cursor cursor) {
      return cursor == null
          ? START
          : new Position(cursor.instant(0), cursor.part(1, UUID::fromString));
    }
  }

  /** Needs of an agency behind a position; none for an agency that never got one. */
  List<QueueRow> page(
      String agency, Filter filter, Rows permitted, Position behind, Instant now, int limit) {
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(filter.sql(permitted))
                  .bind("statuses", filter.statuses())
                  .bind("agency", agency)
                  .bind("dueAt", behind.dueAt())
                  .bind("needId", behind.needId())
                  .bind("limit", limit)
                  .bindMap(Visibility.of(permitted).parameters());
          if (filter.need() != null) {
            query.bind("need", filter.need());
          }
          if (filter.overdue() != null) {
            query.bind("now", now);
          }
          return query.mapTo(QueueRow.class).list();
        });
  }

  /** How many needs each agency has, by id; agencies that never got one are not named. */
  List<AgencyLoad> loads(Rows permitted, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LOADS.formatted(visible(permitted)))
                .bind("now", now)
                .bindMap(Visibility.of(permitted).parameters())
                .mapTo(AgencyLoad.class)
                .list());
  }

  /** The condition on a need {@code n}. */
  private static String visible(Rows permitted) {
    return permitted instanceof Rows.OfAgency ? OWN_NEED : inVisibleCase(permitted);
  }

  private static String inVisibleCase(Rows permitted) {
    String ofCase = Visibility.of(permitted).sql();
    return ofCase.isEmpty() ? "" : IN_CASE.formatted(ofCase);
  }
}
