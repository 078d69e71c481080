package org.okno.messaging;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The transaction in which events take effect. */
@Singleton
class InboxTransaction {
  private final Inbox inbox;

  InboxTransaction(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * What came of the events, committed.
   *
   * @param claimed those delivered for the first time
   * @param afterCommit what the handler wants to be done next
   */
  record Committed(List<ReceivedEvent> claimed, Runnable afterCommit) {}

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
  Committed handleOnce(String consumer, List<ReceivedEvent> events, EventHandler handler) {
    List<ReceivedEvent> claimed = claim(consumer, events);
    return new Committed(claimed, handler.handle(claimed));
  }

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
  Committed handle(List<ReceivedEvent> events, EventHandler handler) {
    return new Committed(events, handler.handle(events));
  }

  /** The events that were not handled before, each once, in their order. */
  private List<ReceivedEvent> claim(String consumer, List<ReceivedEvent> events) {
    Set<UUID> fresh = inbox.claim(consumer, events.stream().map(ReceivedEvent::id).toList());
    List<ReceivedEvent> claimed = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (fresh.remove(event.id())) {
        claimed.add(event);
      }
    }
    return claimed;
  }
}
