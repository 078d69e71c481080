package org.okno.intake.open311;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/** Reads the requests of the channel open311, with where their needs stand; no personal data. */
@Singleton
final class ServiceRequestRepository {
  private static final String SELECT =
      """
      select tracking_number, needs, requested_at, received_at,
        array(select status from tracked_need where request_id = r.id order by need_id) as need_statuses,
        array(select distinct agency from tracked_need where request_id = r.id and agency is not null) as agencies,
        (select max(since) from tracked_need where request_id = r.id) as changed_at
      from request r where channel = :channel
      """;
  private static final String FIND = SELECT + " and tracking_number = :number";
  private static final String BY_NUMBERS =
      SELECT + " and tracking_number = any(:numbers) order by id desc";
  private static final String LIST =
      SELECT
          + """
           and requested_at >= :from and requested_at <= :to
           and (cast(:services as text[]) is null
             or exists (select from jsonb_array_elements(needs) n where n ->> 'need' = any(:services)))
           and (cast(:closed as boolean) is null or :closed = (
             exists (select from tracked_need t where t.request_id = r.id)
             and not exists (select from tracked_need t where t.request_id = r.id
               and t.status not in ('resolved', 'declined', 'withdrawn'))))
           order by id desc limit :limit offset :offset
          """;
  private static final String UPDATES =
      """
      select r.tracking_number, t.need_id, t.status, t.agency, t.since, t.version
      from tracked_need t join request r on r.id = t.request_id
      where r.channel = :channel and t.since >= :from and t.since <= :to
      order by t.since, t.need_id limit :limit
      """;

  private final Jdbi jdbi;

  ServiceRequestRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A request.
   *
   * @param needStatuses codes; none until a case is opened
   * @param changedAt null until a case is opened
   */
  record RequestRow(
      String trackingNumber,
      JsonText needs,
      Instant requestedAt,
      Instant receivedAt,
      List<String> needStatuses,
      List<String> agencies,
      @Nullable Instant changedAt) {

    /** What is read of a need. */
    record Need(String need) {}

    /** The service: a request that came in here has one need. */
    String service() {
      return Json.read(needs.value(), Need[].class)[0].need();
    }
  }

  /** The last change of a need. */
  record UpdateRow(
      String trackingNumber,
      UUID needId,
      String status,
      @Nullable String agency,
      Instant since,
      @Nullable Long version) {}

  Optional<RequestRow> find(String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND)
                .bind("channel", ServiceRequests.CHANNEL)
                .bind("number", number)
                .mapTo(RequestRow.class)
                .findOne());
  }

  List<RequestRow> list(ServiceRequestQuery query) {
    List<String> numbers = query.numbers();
    if (numbers != null) {
      return jdbi.withHandle(
          handle ->
              handle
                  .createQuery(BY_NUMBERS)
                  .bind("channel", ServiceRequests.CHANNEL)
                  .bind("numbers", numbers.toArray(String[]::new))
                  .mapTo(RequestRow.class)
                  .list());
    }
    List<String> services = query.services();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LIST)
                .bind("channel", ServiceRequests.CHANNEL)
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("services", services == null ? null : services.toArray(String[]::new))
                .bind("closed", query.closed())
                .bind("limit", query.pageSize())
                .bind("offset", query.offset())
                .mapTo(RequestRow.class)
                .list());
  }

  List<UpdateRow> updates(Instant from, Instant to, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(UPDATES)
                .bind("channel", ServiceRequests.CHANNEL)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(UpdateRow.class)
                .list());
  }
}
