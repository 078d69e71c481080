package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code delivery}: what is still to be sent. Each statement commits by itself. */
@Singleton
class DeliveryRepository {
  private static final String MATCHING =
      """
      insert into delivery (subscription_id, position, request_id, attempts, next_at)
      select s.id, n.position, n.request_id, 0, :now from notification n
      join subscription s on (s.agency_id = any (n.agencies) or s.channel = n.channel)
        and (s.types = '{}' or n.type = any (s.types))
      """;
  private static final String ADD =
      MATCHING
          + "where s.disabled_at is null and n.position = any(:positions) on conflict do nothing";
  private static final String REPLAY =
      MATCHING
          + """
            where s.id = :id and n.at >= :from
            on conflict (subscription_id, position) do update set attempts = 0, next_at = excluded.next_at
            """;
  // The first of a case only: the next one is sent when it is delivered. However many wait for an
  // endpoint that hangs, a few attempts are made at the same time, and all others have their turn.
  private static final String LEASE =
      """
      with due as (
        select first.* from subscription s cross join lateral (
          select d.subscription_id, d.position from delivery d
          where d.subscription_id = s.id and d.next_at <= :now
            and (d.leased_until is null or d.leased_until <= :now)
            and not exists (select from delivery earlier
              where earlier.subscription_id = d.subscription_id and earlier.request_id = d.request_id
                and earlier.position < d.position)
          order by d.next_at, d.position
          limit greatest(0, :atOnce - (
            select count(*) from delivery l where l.subscription_id = s.id and l.leased_until > :now))
          for update skip locked) first
        where s.disabled_at is null)
      update delivery d set attempts = d.attempts + 1, leased_until = :until
      from due, notification n, subscription s
      where d.subscription_id = due.subscription_id and d.position = due.position
        and n.position = d.position and s.id = d.subscription_id
      returning d.subscription_id, d.attempts, s.url, s.secret,
        n.position, n.event_id, n.type, n.at, n.request_id, n.need_id
      """;
  private static final String DELIVERED =
      "delete from delivery where subscription_id = :id and position = :position";
  private static final String FAILED =
      """
      update delivery set next_at = :next, leased_until = null
      where subscription_id = :id and position = :position
      """;
  private static final String AGAIN =
      "update delivery set attempts = 0, next_at = :now, leased_until = null where subscription_id = :id";

  private final Jdbi jdbi;

  DeliveryRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds what is to be sent of new notifications, to every subscription that they concern. */
  void add(Collection<Long> positions, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("positions", positions.toArray(Long[]::new))
                .bind("now", now)
                .execute());
  }

  /** Adds what is to be sent again; returns how much. */
  int replay(UUID subscriptionId, Instant from, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(REPLAY)
                .bind("id", subscriptionId)
                .bind("from", from)
                .bind("now", now)
                .execute());
  }

  /** Whatever waits for a subscription is sent from now on, as if it were new. */
  void startAgain(UUID subscriptionId, Instant now) {
    jdbi.useHandle(
        handle -> handle.createUpdate(AGAIN).bind("id", subscriptionId).bind("now", now).execute());
  }

  /**
   * Takes deliveries whose time has come.
   *
   * @param until when somebody else may take them, if nobody says what came of them
   * @param atOnce at most so many of one subscription
   */
  List<LeasedDelivery> lease(Instant now, Instant until, int atOnce) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LEASE)
                .bind("now", now)
                .bind("until", until)
                .bind("atOnce", atOnce)
                .mapTo(LeasedDelivery.class)
                .list());
  }

  /** It was delivered. */
  void delivered(LeasedDelivery delivery) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(DELIVERED)
                .bind("id", delivery.subscriptionId())
                .bind("position", delivery.notification().position())
                .execute());
  }

  /** It failed, and is attempted again at a time. */
  void failed(LeasedDelivery delivery, Instant next) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FAILED)
                .bind("id", delivery.subscriptionId())
                .bind("position", delivery.notification().position())
                .bind("next", next)
                .execute());
  }
}
