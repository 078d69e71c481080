package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** What happened to cases, as it comes, to one client after another position. */
@Singleton
class NotificationStream {
  private static final int ROWS = 500;
  private static final long SILENT_NANOS = 15_000_000_000L;

  private final NotificationRepository notifications;
  private final NotificationSettings settings;
  private final CurrentCaller current;

  NotificationStream(
      NotificationRepository notifications, NotificationSettings settings, CurrentCaller current) {
    this.notifications = notifications;
    this.settings = settings;
    this.current = current;
  }

  /** Where the events of a stream go. */
  interface Client {
    /** Sends a notification; false where nobody listens any more. */
    boolean send(NotificationRow row);

    /** Shows that the stream is there; false where nobody listens any more. */
    boolean beat();
  }

  /** The last position, for a client that has read nothing yet. */
  long head() {
    return current.unlimited(notifications::head);
  }

  /** Sends what comes behind a position until the client leaves, or its time is over. */
  void follow(long after, Rows permitted, Client client) throws InterruptedException {
    long end = System.nanoTime() + settings.streamLasts().toNanos();
    long beat = System.nanoTime();
    long position = after;
    boolean listens = client.beat();
    while (listens && System.nanoTime() < end) {
      // Up to the head as the service sees it: what is not the caller's is not searched again.
      long head = head();
      List<NotificationRow> rows = notifications.behind(position, head, permitted, ROWS);
      listens = rows.stream().allMatch(send(client));
      boolean isAll = rows.size() < ROWS;
      position = isAll ? Math.max(position, head) : rows.getLast().position();
      if (listens && isAll) {
        if (System.nanoTime() - beat > SILENT_NANOS) {
          listens = client.beat();
          beat = System.nanoTime();
        }
        Thread.sleep(settings.streamEvery());
      }
    }
  }

  private static Predicate<NotificationRow> send(Client client) {
    return client::send;
  }
}
