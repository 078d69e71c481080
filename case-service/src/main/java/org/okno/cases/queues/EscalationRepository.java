package org.okno.cases.queues;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.Visibility;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;

/** Needs that were escalated, longest overdue first. */
@Singleton
class EscalationRepository {
  private static final String PAGE =
      """
      select d.request_id, d.need_id, d.kind, d.due_at, d.level,
        n.need, n.agency_id, n.agency_name, c.territory, c.urgency
      from deadline d
      join cases c on c.request_id = d.request_id
      join need n on n.request_id = d.request_id and n.id = d.need_id
      where d.level >= :level and d.level > 0 and (d.due_at, d.need_id, d.kind) > (:dueAt::timestamptz, :needId, :kind) %s
      order by d.due_at, d.need_id, d.kind limit :limit
      """;
  private static final String OF_OWN_AGENCY = "and n.agency_id = :ownAgency";

  private final Jdbi jdbi;

  EscalationRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A deadline that passed, with its need. */
  record EscalationRow(
      UUID requestId,
      UUID needId,
      String kind,
      Instant dueAt,
      int level,
      String need,
      @Nullable String agencyId,
      @Nullable String agencyName,
      String territory,
      String urgency) {}

  /** The sort key of the list. */
  record Position(Instant dueAt, UUID needId, String kind) {
    /** Before every need. */
    static final Position START = new Position(Instant.EPOCH, new UUID(0, 0), "");
  }

  /**
   * A page of the list.
   *
   * @param level the least that is wanted
   */
  List<EscalationRow> page(int level, Rows permitted, Position behind, int limit) {
    RowCondition visible = Visibility.of(permitted);
    String condition = permitted instanceof Rows.OfAgency ? OF_OWN_AGENCY : visible.sql();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PAGE.formatted(condition))
                .bind("level", level)
                .bind("dueAt", behind.dueAt())
                .bind("needId", behind.needId())
                .bind("kind", behind.kind())
                .bind("limit", limit)
                .bindMap(visible.parameters())
                .mapTo(EscalationRow.class)
                .list());
  }
}
