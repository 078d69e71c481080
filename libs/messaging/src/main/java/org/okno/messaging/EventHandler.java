package org.okno.messaging;

import java.util.List;

/** What a consumer does with events. */
@FunctionalInterface
public interface EventHandler {

  /**
   * Handles events in their order, in the transaction of {@link EventDelivery}. Called also when
   * all events of a batch are duplicates, with none.
   *
   * @param events each of them delivered for the first time
   * @return what to do after the commit; may be run again after a failure, so it must be idempotent
   * @throws PoisonEventException if an event can never be handled; any other failure is classified
   *     by {@link Failure#of}
   */
  Runnable handle(List<ReceivedEvent> events);
}
