package org.okno.cases.notifications;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.sql.BatchInsert;

/** The table {@code notification}. */
@Singleton
class NotificationRepository {
  // Positions are in the order of the commits: a reader that has seen one has seen all before it.
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtext('notification')) is null";
  private static final String ORIGINS =
      """
      select c.request_id, c.channel, c.territory,
        array(select distinct n.agency_id from need n where n.request_id = c.request_id and n.agency_id is not null)
          as agencies
      from cases c where c.request_id = any(?)
      """;
  private static final String NEW = "on conflict (event_id) do nothing returning position";
  private static final String HEAD = "select coalesce(max(position), 0) from notification";
  private static final String BEHIND =
      """
      select position, event_id, type, at, request_id, need_id from notification
      where position > :after and position <= :head %s order by position limit :limit
      """;
  private static final String REMOVE =
      """
      delete from notification n where n.at < ?
        and not exists (select from delivery d where d.position = n.position)
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  NotificationRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record Origin(UUID requestId, String channel, String territory, List<String> agencies) {}

  private record NewRow(
      UUID eventId,
      String type,
      Instant at,
      UUID requestId,
      @Nullable UUID needId,
      List<String> agencies,
      String channel,
      String territory) {}

  /** Appends what was not told yet, in its order; returns the positions. */
  @Transactional(TxType.MANDATORY)
  Set<Long> append(List<NotificationDraft> drafts) {
    jdbi.useHandle(handle -> handle.createQuery(ONE_AT_A_TIME).mapTo(Boolean.class).one());
    Map<UUID, Origin> origins =
        origins(drafts.stream().map(NotificationDraft::requestId).distinct().toList());
    return batchInsert.insertReturning(
        "notification",
        // A case that a rebuild has not brought back is told to nobody.
        drafts.stream()
            .filter(draft -> origins.containsKey(draft.requestId()))
            .map(draft -> row(draft, requireNonNull(origins.get(draft.requestId()))))
            .toList(),
        NEW,
        Long.class);
  }

  private static NewRow row(NotificationDraft draft, Origin origin) {
    return new NewRow(
        draft.eventId(),
        draft.type(),
        draft.at(),
        draft.requestId(),
        draft.needId(),
        draft.concerned(origin.agencies()),
        origin.channel(),
        origin.territory());
  }

  private Map<UUID, Origin> origins(Collection<UUID> requestIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ORIGINS)
                .bind(0, requestIds.toArray(UUID[]::new))
                .mapTo(Origin.class)
                .collect(Collectors.toMap(Origin::requestId, Function.identity())));
  }

  /** The last position; 0 where there is none. */
  long head() {
    return jdbi.withHandle(handle -> handle.createQuery(HEAD).mapTo(Long.class).one());
  }

  /** What came behind a position, up to another, as far as the caller may see it. */
  List<NotificationRow> behind(long after, long head, Rows permitted, int limit) {
    RowCondition visible = visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BEHIND.formatted(visible.sql()))
                .bind("after", after)
                .bind("head", head)
                .bind("limit", limit)
                .bindMap(visible.parameters())
                .mapTo(NotificationRow.class)
                .list());
  }

  /** Removes what is older, unless it is still to be sent. */
  int removeBefore(Instant time) {
    return jdbi.withHandle(handle -> handle.createUpdate(REMOVE).bind(0, time).execute());
  }

  private static RowCondition visible(Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) ->
          new RowCondition("and :ownAgency = any (agencies)", Map.of("ownAgency", agency));
      case Rows.OfChannel(String channel) ->
          new RowCondition("and channel = :ownChannel", Map.of("ownChannel", channel));
      case Rows.OfTerritory(String territory) -> RowCondition.ofTerritory("territory", territory);
    };
  }
}
