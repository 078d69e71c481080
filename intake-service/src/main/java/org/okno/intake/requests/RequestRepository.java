package org.okno.intake.requests;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/** Reads accepted requests with their status. */
@Singleton
public final class RequestRepository {
  private static final String SELECT =
      """
      select id, tracking_number, channel, territory, requested_at, received_at, urgency, target_groups, needs,
        consent, applicant_id, beneficiary_id,
        array(select status from tracked_need where request_id = request.id) as need_statuses,
        reason as withdrawal_reason, withdrawn_at, version
      from request left join withdrawal on withdrawal.request_id = request.id
      """;
  private static final String FIND = SELECT + "where id = :id ";
  // UUIDv7: the order of ids is the order of acceptance.
  private static final String LIST =
      SELECT
          + """
            where (cast(:before as uuid) is null or id < :before)
              and (cast(:channel as text) is null or channel = :channel) %s
            order by id desc limit :rows
            """;
  private static final String COUNTS =
      "select channel, count(*) as count from request where true %s group by channel";

  private final Jdbi jdbi;

  RequestRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record RequestRow(
      UUID id,
      String trackingNumber,
      String channel,
      String territory,
      Instant requestedAt,
      Instant receivedAt,
      String urgency,
      JsonText targetGroups,
      JsonText needs,
      boolean consent,
      UUID applicantId,
      UUID beneficiaryId,
      List<String> needStatuses,
      @Nullable String withdrawalReason,
      @Nullable Instant withdrawnAt,
      long version) {

    RequestView view() {
      return new RequestView(
          id,
          trackingNumber,
          channel,
          territory,
          requestedAt,
          receivedAt,
          urgency,
          List.of(Json.read(targetGroups.value(), String[].class)),
          List.of(Json.read(needs.value(), RequestView.Need[].class)),
          consent,
          applicantId,
          beneficiaryId,
          RequestStatus.of(needStatuses.stream().map(NeedStatus::ofCode).toList()).code(),
          withdrawalReason,
          withdrawnAt,
          version);
    }
  }

  private record ChannelCount(String channel, long count) {}

  /** A request; empty where it is not among the permitted rows. */
  public Optional<RequestView> find(UUID id, Rows permitted) {
    RowCondition visible = visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND + visible.sql())
                .bind("id", id)
                .bindMap(visible.parameters())
                .mapTo(RequestRow.class)
                .map(RequestRow::view)
                .findOne());
  }

  /**
   * Requests, the newest first.
   *
   * @param before id of the last one seen; null for the first page
   * @param channel null for all
   */
  List<RequestView> list(
      @Nullable UUID before, @Nullable String channel, Rows permitted, int rows) {
    RowCondition visible = visible(permitted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LIST.formatted(visible.sql()))
                .bindMap(visible.parameters())
                .bind("before", before)
                .bind("channel", channel)
                .bind("rows", rows)
                .mapTo(RequestRow.class)
                .map(RequestRow::view)
                .list());
  }

  /** Counts what the list shows. */
  RequestCounts counts(Rows permitted) {
    RowCondition visible = visible(permitted);
    Map<String, Long> byChannel = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(COUNTS.formatted(visible.sql()))
                .bindMap(visible.parameters())
                .mapTo(ChannelCount.class)
                .forEach(one -> byChannel.put(one.channel(), one.count())));
    return new RequestCounts(
        byChannel.values().stream().mapToLong(Long::longValue).sum(), byChannel);
  }

  /** The condition for the rows that the access table permits. */
  static RowCondition visible(Rows permitted) {
    return switch (permitted) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfChannel(String channel) ->
          new RowCondition("and channel = :ownChannel", Map.of("ownChannel", channel));
      case Rows.OfAgency agency -> throw permitted.unsupported();
      case Rows.OfTerritory territory -> throw permitted.unsupported();
    };
  }
}
