package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.sql.BatchInsert;

/** The table {@code subscription}. Each statement commits by itself. */
@Singleton
class SubscriptionRepository {
  private static final UUID LOWEST = new UUID(0, 0);
  private static final String FIND = "select * from subscription where id = :id %s";
  private static final String SAME =
      """
      select * from subscription
      where agency_id is not distinct from :agency and channel is not distinct from :channel and url = :url
      """;
  private static final String PAGE =
      "select * from subscription where id > :after %s order by id limit :limit";
  private static final String DELETE = "delete from subscription where id = :id %s";
  private static final String ENABLE =
      "update subscription set disabled_at = null, disabled_reason = null where id = ?";
  private static final String DISABLE =
      """
      update subscription set disabled_at = :now, disabled_reason = :reason
      where id = :id and disabled_at is null
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  SubscriptionRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /** Inserts a subscription, or finds the one of the same owner to the same address. */
  SubscriptionRow insert(SubscriptionRow row) {
    batchInsert.insert("subscription", List.of(row), "on conflict do nothing");
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SAME)
                .bind("agency", row.agencyId())
                .bind("channel", row.channel())
                .bind("url", row.url())
                .mapTo(SubscriptionRow.class)
                .one());
  }

  /** A subscription; empty where it is not among the permitted rows. */
  Optional<SubscriptionRow> find(UUID id, Rows permitted) {
    RowCondition own = own(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND.formatted(own.sql()))
                .bind("id", id)
                .bindMap(own.parameters())
                .mapTo(SubscriptionRow.class)
                .findOne());
  }

  /** Subscriptions, oldest first. */
  List<SubscriptionRow> page(@Nullable UUID after, Rows permitted, int limit) {
    RowCondition own = own(permitted);
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(PAGE.formatted(own.sql()))
                  .bind("after", after == null ? LOWEST : after)
                  .bind("limit", limit)
                  .bindMap(own.parameters());
          return query.mapTo(SubscriptionRow.class).list();
        });
  }

  /** Removes a subscription, with what is still to be sent to it; false where there is none. */
  boolean delete(UUID id, Rows permitted) {
    RowCondition own = own(permitted);
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(DELETE.formatted(own.sql()))
                    .bind("id", id)
                    .bindMap(own.parameters())
                    .execute())
        > 0;
  }

  /** Sends to it again. */
  void enable(UUID id) {
    jdbi.useHandle(handle -> handle.createUpdate(ENABLE).bind(0, id).execute());
  }

  /** Sends nothing to it any more; what waits stays. False where it was disabled before. */
  boolean disable(UUID id, DisabledReason reason, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(DISABLE)
                    .bind("id", id)
                    .bind("reason", reason.code())
                    .bind("now", now)
                    .execute())
        > 0;
  }

  private static RowCondition own(Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) ->
          new RowCondition("and agency_id = :ownAgency", Map.of("ownAgency", agency));
      case Rows.OfChannel(String channel) ->
          new RowCondition("and channel = :ownChannel", Map.of("ownChannel", channel));
      case Rows.OfTerritory territory -> throw permitted.unsupported();
    };
  }
}
