package org.okno.messaging;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Remembers which events a consumer has handled, so that each has its effect once however often it
 * is delivered.
 */
@Singleton
public class Inbox {
  private static final String CLAIM =
      "insert into inbox (consumer, event_id) select ?, unnest(?) on conflict do nothing returning event_id";

  private final Jdbi jdbi;

  Inbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Claims events in the current transaction, before they are handled.
   *
   * @param consumer its name; two handlers never share one
   * @return the ids among {@code eventIds} that were not claimed before: only these may be handled
   */
  @Transactional(TxType.MANDATORY)
  public Set<UUID> claim(String consumer, Collection<UUID> eventIds) {
    // Sorted: two instances that claim the same events wait for each other, and never crosswise.
    UUID[] ids = eventIds.stream().distinct().sorted().toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> handle.createQuery(CLAIM).bind(0, consumer).bind(1, ids).mapTo(UUID.class).set());
  }
}
