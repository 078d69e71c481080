package org.okno.consumer;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a batch goes, and how its place is moved on together with its effects. */
sealed interface Outlet extends AutoCloseable permits DatabaseOutlet, TopicsOutlet {

  static Outlet of(ConsumerSettings settings, Work work) {
    return switch (work) {
      case Work.IntoDatabase intoDatabase -> new DatabaseOutlet(settings, intoDatabase);
      case Work.IntoTopics intoTopics -> new TopicsOutlet(settings, intoTopics);
    };
  }

  /**
   * Works on a batch and commits its place. Throws only what means that the whole loop has to start
   * over.
   */
  Result deliver(
      Batch batch,
      Map<TopicPartition, OffsetAndMetadata> next,
      KafkaConsumer<String, byte[]> consumer);

  @Override
  void close();

  /** What became of a batch. */
  sealed interface Result {
    /**
     * All effects and the new place are safe; {@code putAside} are the events found poison on the
     * way.
     */
    record Delivered(List<ReceivedEvent> putAside, List<ProducerRecord<String, byte[]>> letters)
        implements Result {}

    /** Nothing is known to be safe; the same batch may be delivered again. */
    record Transient(String reason) implements Result {}
  }
}
