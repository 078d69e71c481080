package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.Codes;
import org.okno.http.Page;

/**
 * The needs of an agency, due first.
 *
 * <p>A need keeps its place while it is worked on, so a walk sees each need that was there when it
 * began exactly once. The cost of a page depends on its length, not on how much the agency has ever
 * settled: each status is a range of one index, read from the place on, and the ranges are merged.
 */
@Singleton
class ListQueue {
  private static final String PAGE =
      """
      select n.*, c.tracking_number, c.channel, c.territory, c.urgency, c.requested_at from (
        select queue.* from unnest(?::text[]) as wanted(status) cross join lateral (
          select * from need n
          where n.agency_id = ? and n.status = wanted.status and (n.due_at, n.id) > (?::timestamptz, ?) %s
          order by n.due_at, n.id limit ?) queue
        order by queue.due_at, queue.id limit ?) n
      join cases c on c.request_id = n.request_id
      order by n.due_at, n.id
      """;
  private static final String OF_NEED = "and n.need = ? ";
  private static final String OVERDUE = "and n.due_at < ?::timestamptz ";
  private static final String NOT_OVERDUE =
      "and (n.due_at >= ?::timestamptz or n.status in ('resolved', 'declined')) ";
  private static final UUID LOWEST = new UUID(0, 0);

  private final DataSource database;
  private final Clock clock;

  ListQueue(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page of an agency's needs; empty for an agency that never got one.
   *
   * @param after null for the first page
   */
  Page<QueueItem> page(String agency, QueueFilter filter, @Nullable QueuePlace after, int limit)
      throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql(filter))) {
      bind(select, agency, filter, after, now, limit + 1);
      List<QueueItem> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(QueueItem.read(rows, now));
        }
      }
      return Page.of(found, limit, last -> QueuePlace.of(last).toString());
    }
  }

  private static String sql(QueueFilter filter) {
    String need = filter.need() == null ? "" : OF_NEED;
    String overdue =
        switch (filter.overdue()) {
          case null -> "";
          case Boolean yes when yes -> OVERDUE;
          case Boolean no -> NOT_OVERDUE;
        };
    return PAGE.formatted(need + overdue);
  }

  private static void bind(
      PreparedStatement select,
      String agency,
      QueueFilter filter,
      @Nullable QueuePlace after,
      Instant now,
      int rows)
      throws SQLException {
    int index = 0;
    select.setArray(
        ++index,
        select
            .getConnection()
            .createArrayOf("text", filter.statuses().stream().map(Codes::of).toArray()));
    select.setString(++index, agency);
    select.setString(++index, after == null ? "-infinity" : after.dueAt().toString());
    select.setObject(++index, after == null ? LOWEST : after.needId());
    if (filter.need() != null) {
      select.setString(++index, filter.need());
    }
    if (filter.overdue() != null) {
      select.setString(++index, now.toString());
    }
    select.setInt(++index, rows);
    select.setInt(++index, rows);
  }
}
