package org.okno.intake.requests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.http.Page;
import org.okno.intake.database.Transactions;
import org.okno.intake.tracking.Status;
import org.okno.intake.tracking.Statuses;

/** Finds accepted requests with their status. */
public final class ReadRequests {
  // UUIDv7: the order of ids is the order of acceptance. The newest come first.
  private static final String LIST =
      "select "
          + AcceptedRow.COLUMNS
          + """
           from request
           where (?::uuid is null or id < ?::uuid) and (?::text is null or channel = ?::text)
           order by id desc limit ?
          """;
  private static final String FIND = "select " + AcceptedRow.COLUMNS + " from request where id = ?";
  private static final String COUNT = "select channel, count(*) from request group by channel";

  private final Transactions transactions;
  private final Statuses statuses;

  public ReadRequests(Transactions transactions, Statuses statuses) {
    this.transactions = transactions;
    this.statuses = statuses;
  }

  /** How many requests there are. */
  public record Counts(long total, Map<String, Long> byChannel) {}

  /** The request, or empty. */
  public Optional<AcceptedRow> find(UUID id) {
    return transactions.read(
        connection -> {
          try (var query = connection.prepareStatement(FIND)) {
            query.setObject(1, id);
            return withStatus(connection, rows(query)).stream().findFirst();
          }
        });
  }

  /**
   * A page of requests, newest first.
   *
   * @param before id of the last one seen; null for the first page
   * @param channel only of this channel; null for all
   */
  public Page<AcceptedRow> list(@Nullable UUID before, @Nullable String channel, int limit) {
    return transactions.read(
        connection -> {
          try (var query = connection.prepareStatement(LIST)) {
            query.setObject(1, before);
            query.setObject(2, before);
            query.setString(3, channel);
            query.setString(4, channel);
            query.setInt(5, limit + 1);
            Page<AcceptedRow> page =
                Page.of(rows(query), limit, request -> request.requestId().toString());
            return new Page<>(withStatus(connection, page.items()), page.next());
          }
        });
  }

  /** Counted now, over all requests. */
  public Counts counts() {
    return transactions.read(
        connection -> {
          Map<String, Long> byChannel = new TreeMap<>();
          try (var query = connection.prepareStatement(COUNT);
              var rows = query.executeQuery()) {
            while (rows.next()) {
              byChannel.put(rows.getString(1), rows.getLong(2));
            }
          }
          return new Counts(
              byChannel.values().stream().mapToLong(Long::longValue).sum(), byChannel);
        });
  }

  private List<AcceptedRow> withStatus(Connection connection, List<AcceptedRow> requests)
      throws SQLException {
    Map<UUID, Status> known =
        statuses.of(connection, requests.stream().map(AcceptedRow::requestId).toList());
    return requests.stream()
        .map(
            request ->
                request.with(
                    Objects.requireNonNullElse(known.get(request.requestId()), Status.RECEIVED)))
        .toList();
  }

  private static List<AcceptedRow> rows(PreparedStatement query) throws SQLException {
    List<AcceptedRow> requests = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        requests.add(AcceptedRow.of(rows, Status.RECEIVED));
      }
    }
    return requests;
  }
}
