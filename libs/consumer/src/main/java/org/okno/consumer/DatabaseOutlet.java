package org.okno.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Work first, then the letters, then the place: whatever is cut short is delivered again, and the
 * inbox makes it once.
 */
final class DatabaseOutlet implements Outlet {
  private final ConsumerSettings settings;
  private final Work.IntoDatabase work;
  private final KafkaProducer<String, byte[]> producer;

  DatabaseOutlet(ConsumerSettings settings, Work.IntoDatabase work) {
    this.settings = settings;
    this.work = work;
    this.producer = new KafkaProducer<>(settings.producer(false));
  }

  @Override
  public Result deliver(
      Batch batch,
      Map<TopicPartition, OffsetAndMetadata> next,
      KafkaConsumer<String, byte[]> consumer) {
    List<ProducerRecord<String, byte[]>> letters = new ArrayList<>(batch.deadLetters());
    List<ReceivedEvent> putAside = new ArrayList<>();
    try {
      if (!batch.events().isEmpty()) {
        applyAll(batch.events(), putAside, letters);
      }
      sendAndWait(letters);
      consumer.commitSync(next);
      return new Result.Delivered(putAside, letters);
    } catch (TransientWorkException e) {
      return new Result.Transient(e.reason);
    }
  }

  private void applyAll(
      List<ReceivedEvent> events,
      List<ReceivedEvent> putAside,
      List<ProducerRecord<String, byte[]>> letters) {
    try {
      work.apply(events);
    } catch (Exception e) {
      rethrowTransient(e);
      // One event spoils the transaction of all: find it by going one by one. The inbox lets
      // nothing happen twice.
      for (ReceivedEvent event : events) {
        applyOne(event, putAside, letters);
      }
    }
  }

  private void applyOne(
      ReceivedEvent event,
      List<ReceivedEvent> putAside,
      List<ProducerRecord<String, byte[]>> letters) {
    try {
      work.apply(List.of(event));
    } catch (Exception e) {
      rethrowTransient(e);
      putAside.add(event);
      letters.add(DeadLetter.of(settings.name(), event.record(), Failure.describe(e)));
    }
  }

  private void sendAndWait(List<ProducerRecord<String, byte[]>> letters) {
    List<Future<RecordMetadata>> sent = letters.stream().map(producer::send).toList();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new KafkaException("a dead letter was not taken", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException(e);
      }
    }
  }

  private static void rethrowTransient(Exception e) {
    if (Failure.of(e) == Failure.TRANSIENT) {
      throw new TransientWorkException(Failure.describe(e));
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private static final class TransientWorkException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    TransientWorkException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }
}
