package org.okno.intake.requests;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;

/** Accepted requests with their events, however they went on. */
@Singleton
public class AcceptedRepository {
  // A request is accepted after it was made, and its id is made then: earlier ids need no look.
  private static final String COUNTS =
      """
      select day, channel, count(*) as requests, sum(jsonb_array_length(needs) + removed_needs) as needs
      from (select (requested_at at time zone zone)::date as day, channel, needs, removed_needs
        from request where id >= :since) r
      where day between :from and :to group by day, channel order by day, channel
      """;
  private static final String REQUESTS =
      """
      select id from request
      where id >= :since and channel = :channel and (requested_at at time zone zone)::date = :day
      order by id
      """;
  // The journal is found by the ids of its events, which are made within a minute of the request's.
  private static final String EVENTS =
      """
      select event_id from journal
      where event_id between :from and :to and event_key = any(:keys) and topic = '%s'
      union
      select event_id from correction where request_id = any(:ids)
      union
      select event_id from withdrawal where request_id = any(:ids)
      order by 1
      """
          .formatted(Topics.QUESTIONNAIRES);
  private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(1);

  private final Jdbi jdbi;

  AcceptedRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What was accepted of these days, by day and channel. */
  List<AcceptedCount> counts(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bind("since", since(from))
                .bind("from", from)
                .bind("to", to)
                .mapTo(AcceptedCount.class)
                .list());
  }

  /** The ids of the requests of a day and channel, in the order of their acceptance. */
  List<UUID> requests(LocalDate day, String channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(REQUESTS)
                .bind("since", since(day))
                .bind("day", day)
                .bind("channel", channel)
                .mapTo(UUID.class)
                .list());
  }

  /** The ids of the events that accepted, corrected and withdrew these requests, in their order. */
  public List<UUID> eventsOf(List<UUID> requestIds) {
    if (requestIds.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(EVENTS)
                .bind("from", near(Collections.min(requestIds), ACCEPTED_WITHIN.negated()))
                .bind("to", near(Collections.max(requestIds), ACCEPTED_WITHIN))
                .bind("ids", requestIds.toArray(UUID[]::new))
                .bind("keys", requestIds.stream().map(UUID::toString).toArray(String[]::new))
                .mapTo(UUID.class)
                .list());
  }

  /** The lowest id of a request of that day; a day begins up to 14 hours earlier than in UTC. */
  private static UUID since(LocalDate day) {
    return EventIds.lowestAt(day.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static UUID near(UUID requestId, Duration difference) {
    return EventIds.lowestAt(EventIds.madeAt(requestId).plus(difference));
  }
}
