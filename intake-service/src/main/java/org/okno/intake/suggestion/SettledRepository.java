package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Requests and how they were settled, by the tables {@code request} and {@code tracked_need}: what
 * an agency helped with was needed.
 */
@Singleton
class SettledRepository {
  private static final String SETTLED =
      """
      from request r
      where r.id >= :from and (cast(:before as uuid) is null or r.id < :before)
        and exists (
          select from tracked_need t where t.request_id = r.id and t.status = 'resolved' and t.need <> 'unclear')
        and not exists (
          select from tracked_need t where t.request_id = r.id and t.status not in ('resolved', 'declined'))
      """;
  private static final String PAGE =
      """
      select r.id, r.sealed,
        array(select distinct t.need from tracked_need t
          where t.request_id = r.id and t.status = 'resolved' and t.need <> 'unclear') as needs
      """
          + SETTLED
          + "order by r.id desc limit :rows";
  private static final String COUNT =
      """
      select count(distinct s.id) as requests, count(distinct t.need) as needs
      from (select r.id
      """
          + SETTLED
          + """
            order by r.id desc limit :rows) s
          join tracked_need t on t.request_id = s.id and t.status = 'resolved' and t.need <> 'unclear'
          """;

  private final Jdbi jdbi;

  SettledRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A settled request.
   *
   * @param sealed what it says about persons, as JSON
   * @param needs that agencies helped with; at least one
   */
  record SettledRow(UUID id, String sealed, List<String> needs) {}

  /** How many requests there are to learn from, and how many needs in them. */
  record Settled(long requests, long needs) {}

  /**
   * The newest first.
   *
   * @param before an id behind them; null for the newest
   */
  List<SettledRow> page(UUID from, @Nullable UUID before, int rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PAGE)
                .bind("from", from)
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(SettledRow.class)
                .list());
  }

  /** Counts the newest, so many at most. */
  Settled count(UUID from, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNT)
                .bind("from", from)
                .bind("before", (UUID) null)
                .bind("rows", most)
                .mapTo(Settled.class)
                .one());
  }
}
