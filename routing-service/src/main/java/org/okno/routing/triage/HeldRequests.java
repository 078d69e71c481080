package org.okno.routing.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.okno.consumer.ReceivedEvent;
import org.okno.consumer.Work;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.journal.Inbox;

/**
 * Puts held requests on the desk. Other decisions lead to nothing: a re-routed request was changed
 * here, in the transaction that told of it.
 */
@ApplicationScoped
class HeldRequests implements Work.IntoDatabase {
  private static final String PUT =
      """
      insert into triage_entry (request_id, state, waiting_needs, questionnaire, held, held_at, version)
      select id, 'waiting', needs, questionnaire::jsonb, held::jsonb, at::timestamptz, 1
      from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[]) as e (id, needs, questionnaire, held, at)
      on conflict (request_id) do nothing
      """;

  private final DataSource database;
  private final Inbox inbox = new Inbox("routing-triage");

  HeldRequests(DataSource database) {
    this.database = database;
  }

  @Override
  public void apply(List<ReceivedEvent> received) throws SQLException {
    List<ReceivedEvent> held =
        received.stream().filter(one -> one.event() instanceof RequestHeld).toList();
    if (held.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Set<UUID> fresh = inbox.take(connection, held.stream().map(ReceivedEvent::id).toList());
        put(
            connection,
            held.stream()
                .filter(one -> fresh.contains(one.id()))
                .map(one -> (RequestHeld) one.event())
                .toList());
        connection.commit();
      } finally {
        // After a commit there is nothing to take back.
        connection.rollback();
      }
    }
  }

  private static void put(Connection connection, List<RequestHeld> held) throws SQLException {
    if (held.isEmpty()) {
      return;
    }
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      array(put, 1, "uuid", held, one -> one.questionnaire().requestId());
      array(put, 2, "int4", held, one -> one.held().size());
      array(put, 3, "text", held, one -> TriageJson.text(one.questionnaire()));
      array(put, 4, "text", held, HeldRequests::needs);
      array(put, 5, "text", held, one -> one.decidedAt().toString());
      put.executeUpdate();
    }
  }

  private static String needs(RequestHeld held) {
    return TriageJson.text(held.held().stream().map(TriageNeed::of).toList());
  }

  private static void array(
      PreparedStatement put,
      int index,
      String type,
      List<RequestHeld> held,
      Function<RequestHeld, Object> column)
      throws SQLException {
    put.setArray(
        index, put.getConnection().createArrayOf(type, held.stream().map(column).toArray()));
  }
}
