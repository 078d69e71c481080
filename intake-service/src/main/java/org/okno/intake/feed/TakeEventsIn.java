package org.okno.intake.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.consumer.ReceivedEvent;
import org.okno.consumer.Work;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.DirectoryEvent;
import org.okno.contracts.Event;
import org.okno.intake.database.Transactions;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.FollowDirectory;
import org.okno.intake.tracking.FollowCases;
import org.okno.journal.Inbox;

/** Takes in what routing says of the directory and what cases say of requests, each event once. */
public final class TakeEventsIn implements Work.IntoDatabase {
  private final Transactions transactions;
  private final FollowDirectory followDirectory;
  private final FollowCases followCases;
  private final Directory directory;
  private final Inbox inbox = new Inbox("intake");

  public TakeEventsIn(
      Transactions transactions,
      FollowDirectory followDirectory,
      FollowCases followCases,
      Directory directory) {
    this.transactions = transactions;
    this.followDirectory = followDirectory;
    this.followCases = followCases;
    this.directory = directory;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    transactions.write(
        connection -> {
          takeIn(connection, events);
          return events.size();
        });
    // After the commit, and also for events that were taken in before: the refresh after them may
    // have failed.
    if (events.stream().anyMatch(received -> received.event() instanceof DirectoryEvent)) {
      directory.refresh();
    }
  }

  private void takeIn(Connection connection, List<ReceivedEvent> events) throws SQLException {
    Set<UUID> fresh = inbox.take(connection, events.stream().map(ReceivedEvent::id).toList());
    List<Event> toWorkOn =
        events.stream()
            .filter(received -> fresh.contains(received.id()))
            .map(ReceivedEvent::event)
            .toList();
    followDirectory.follow(connection, of(toWorkOn, DirectoryEvent.class).toList());
    followCases.follow(connection, of(toWorkOn, CaseEvent.class).toList());
  }

  private static <T extends Event> Stream<T> of(List<Event> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }
}
