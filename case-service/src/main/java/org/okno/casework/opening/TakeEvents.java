package org.okno.casework.opening;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.okno.casework.persons.ErasePersons;
import org.okno.consumer.ReceivedEvent;
import org.okno.consumer.Work;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.contracts.RoutingEvent;
import org.okno.journal.Inbox;
import org.okno.journal.Transactions;

/** One transaction for all events of a poll: inbox, cases, needs, journal. */
@Singleton
final class TakeEvents implements Work.IntoDatabase {
  private final Transactions transactions;
  private final TakeDecisions decisions;
  private final ErasePersons erase;
  private final Arrivals arrivals;
  private final OpeningLog log;
  private final Inbox decisionsInbox = new Inbox("case.decisions");
  private final Inbox personsInbox = new Inbox("case.persons");

  TakeEvents(
      Transactions transactions,
      TakeDecisions decisions,
      ErasePersons erase,
      Arrivals arrivals,
      OpeningLog log) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.erase = erase;
    this.arrivals = arrivals;
    this.log = log;
  }

  @Override
  public void apply(List<ReceivedEvent> events) throws SQLException {
    TakeDecisions.Taken taken = transactions.write(connection -> take(connection, events));
    arrivals.tell(taken.opened());
    log.tell(taken);
  }

  private TakeDecisions.Taken take(Connection connection, List<ReceivedEvent> events)
      throws SQLException {
    List<PersonErased> erasures = fresh(connection, personsInbox, events, PersonErased.class);
    if (!erasures.isEmpty()) {
      erase.erase(connection, erasures.stream().map(PersonErased::personId).distinct().toList());
    }
    List<RoutingEvent> decided = fresh(connection, decisionsInbox, events, RoutingEvent.class);
    return decided.isEmpty()
        ? new TakeDecisions.Taken(List.of(), List.of(), List.of())
        : decisions.take(connection, decided);
  }

  /** The events of a kind that were not taken in before, each once, in their order. */
  private static <E extends Event> List<E> fresh(
      Connection connection, Inbox inbox, List<ReceivedEvent> events, Class<E> kind)
      throws SQLException {
    List<ReceivedEvent> ofKind =
        events.stream().filter(received -> kind.isInstance(received.event())).toList();
    if (ofKind.isEmpty()) {
      return List.of();
    }
    Set<UUID> left = inbox.take(connection, ofKind.stream().map(ReceivedEvent::id).toList());
    List<E> fresh = new ArrayList<>();
    for (ReceivedEvent received : ofKind) {
      if (left.remove(received.id())) {
        fresh.add(kind.cast(received.event()));
      }
    }
    return fresh;
  }
}
