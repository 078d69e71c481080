package org.okno.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Results, letters and the new place in one Kafka transaction: a reader of committed records sees
 * all of it once, or nothing.
 */
final class TopicsOutlet implements Outlet {
  private final ConsumerSettings settings;
  private final Work.IntoTopics work;
  private final KafkaProducer<String, byte[]> producer;

  TopicsOutlet(ConsumerSettings settings, Work.IntoTopics work) {
    this.settings = settings;
    this.work = work;
    this.producer = new KafkaProducer<>(settings.producer(true));
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  @Override
  public Result deliver(
      Batch batch,
      Map<TopicPartition, OffsetAndMetadata> next,
      KafkaConsumer<String, byte[]> consumer) {
    List<ProducerRecord<String, byte[]>> results = new ArrayList<>();
    List<ProducerRecord<String, byte[]>> letters = new ArrayList<>(batch.deadLetters());
    List<ReceivedEvent> putAside = new ArrayList<>();
    for (ReceivedEvent event : batch.events()) {
      try {
        results.addAll(work.apply(event));
      } catch (Exception e) {
        if (Failure.of(e) == Failure.TRANSIENT) {
          return new Result.Transient(Failure.describe(e));
        }
        putAside.add(event);
        letters.add(DeadLetter.of(settings.name(), event.record(), Failure.describe(e)));
      }
    }
    // Whatever fails from here on fences or aborts: the loop starts over with a new producer, from
    // the committed place.
    producer.beginTransaction();
    results.forEach(producer::send);
    letters.forEach(producer::send);
    producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
    producer.commitTransaction();
    return new Result.Delivered(putAside, letters);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
