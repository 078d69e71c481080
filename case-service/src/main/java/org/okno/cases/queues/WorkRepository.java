package org.okno.cases.queues;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.okno.cases.queues.QueueRepository.Position;
import org.okno.cases.queues.QueueRepository.QueueRow;

/**
 * What is open for a specialist, due first: of an agency what the specialist is responsible for,
 * and what nobody is. Each is a range of an index that holds nothing settled.
 */
@Singleton
class WorkRepository {
  private static final String PAGE =
      QueueRepository.ROWS.formatted(
          """
          select * from need n
          where n.agency_id = :agency and n.settled_at is null and %s
            and (n.due_at, n.id) > (:dueAt::timestamptz, :needId)
          order by n.due_at, n.id limit :limit""");
  private static final String COUNTS =
      """
      select
        (select count(*) from need n where %1$s %2$s) as mine,
        (select count(*) from need n where %1$s %2$s and due_at < :now) as mine_overdue,
        (select count(*) from need n where %1$s %3$s) as unclaimed,
        (select count(*) from need n where %1$s %3$s and due_at < :now) as unclaimed_overdue
      """
          .formatted(
              "n.agency_id = :agency and n.settled_at is null and",
              WorkOf.MINE.condition(),
              WorkOf.UNCLAIMED.condition());

  private final Jdbi jdbi;

  WorkRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Open needs of an agency behind a position.
   *
   * @param specialist subject of the specialist who asks
   */
  List<QueueRow> page(WorkOf of, String agency, String specialist, Position behind, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PAGE.formatted(of.condition()))
                .bindMap(of.parameters(specialist))
                .bind("agency", agency)
                .bind("dueAt", behind.dueAt())
                .bind("needId", behind.needId())
                .bind("limit", limit)
                .mapTo(QueueRow.class)
                .list());
  }

  /** Counts what the lists show, as of one time. */
  WorkCounts counts(String agency, String specialist, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bind("agency", agency)
                .bind("specialist", specialist)
                .bind("now", now)
                .mapTo(WorkCounts.class)
                .one());
  }
}
