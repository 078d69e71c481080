package org.okno.intake.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.intake.database.Transactions;

/** Tells the person who asked what has become of it, by tracking number alone. */
public final class TrackRequest {
  private static final String FIND =
      """
      select r.received_at, t.need, t.state, t.agency, t.since
      from request r left join tracked_need t on t.request_id = r.id
      where r.tracking_number = ?
      order by t.need_id
      """;

  private final Transactions transactions;

  public TrackRequest(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What the person may know. Nothing in it names anybody: a tracking number can be overheard.
   *
   * @param changedAt when anything about it changed last
   * @param needs empty until a case is opened
   */
  public record Tracked(
      String number, Status status, Instant receivedAt, Instant changedAt, List<Need> needs) {}

  /** One kind of help asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Need(String need, Status status, @Nullable String agency, Instant since) {}

  /** The request with this number, however it was written; empty where there is none. */
  public Optional<Tracked> track(String written) {
    return TrackingNumber.read(written)
        .flatMap(number -> transactions.read(connection -> find(connection, number)));
  }

  private static Optional<Tracked> find(Connection connection, String number) throws SQLException {
    try (var query = connection.prepareStatement(FIND)) {
      query.setString(1, number);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(read(number, rows)) : Optional.empty();
      }
    }
  }

  private static Tracked read(String number, ResultSet rows) throws SQLException {
    Instant receivedAt = instant(rows, 1);
    List<Need> needs = new ArrayList<>();
    List<NeedState> states = new ArrayList<>();
    do {
      String state = rows.getString(3);
      if (state != null) {
        NeedState known = NeedState.valueOf(state);
        states.add(known);
        needs.add(
            new Need(
                rows.getString(2), Status.of(List.of(known)), rows.getString(4), instant(rows, 5)));
      }
    } while (rows.next());
    Instant changedAt =
        needs.stream().map(Need::since).max(Comparator.naturalOrder()).orElse(receivedAt);
    return new Tracked(number, Status.of(states), receivedAt, changedAt, needs);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
