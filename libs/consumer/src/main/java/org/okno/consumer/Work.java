package org.okno.consumer;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is done with events, and by which promise. */
public sealed interface Work {

  /**
   * Effects in a database. At least once from Kafka; the work takes each event in through the
   * inbox, so its effect is once.
   */
  non-sealed interface IntoDatabase extends Work {
    /**
     * Works on events in their order, in one transaction of its own; committed when it returns.
     *
     * @throws PoisonEventException if an event can never be worked on
     * @throws Exception anything else is classed by {@link Failure#of}
     */
    void apply(List<ReceivedEvent> events) throws Exception;
  }

  /** Effects in topics only: read and written in one Kafka transaction, exactly once. */
  non-sealed interface IntoTopics extends Work {
    /**
     * The records an event leads to; no effect outside.
     *
     * @throws PoisonEventException if the event can never be worked on
     * @throws Exception anything else is classed by {@link Failure#of}
     */
    List<ProducerRecord<String, byte[]>> apply(ReceivedEvent event) throws Exception;
  }
}
