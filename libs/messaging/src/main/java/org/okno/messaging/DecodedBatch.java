package org.okno.messaging;

import static java.util.Objects.requireNonNull;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.okno.contracts.Topics;

/**
 * The records of one poll, decoded.
 *
 * @param skipped records of a type that is unknown here
 */
record DecodedBatch(
    String consumer,
    List<ReceivedEvent> events,
    List<DeadLetter> unreadable,
    List<ConsumerRecord<String, byte[]>> skipped,
    Map<ConsumerRecord<String, byte[]>, Message<?>> messages) {

  static DecodedBatch of(IncomingKafkaRecordBatchMetadata<String, byte[]> batch, EventCodec codec) {
    DecodedBatch decoded =
        new DecodedBatch(
            batch.getChannel(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new IdentityHashMap<>());
    for (Message<?> message : batch.getBatchedMessages()) {
      ConsumerRecord<String, byte[]> record = record(message);
      decoded.messages.put(record, message);
      decoded.add(record, codec.read(record.headers(), record.value()));
    }
    return decoded;
  }

  @SuppressWarnings("unchecked") // the channel's deserializers
  private static ConsumerRecord<String, byte[]> record(Message<?> message) {
    return message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
  }

  private void add(ConsumerRecord<String, byte[]> record, Reading reading) {
    switch (reading) {
      case Reading.Known known ->
          events.add(new ReceivedEvent(known.id(), known.time(), known.event(), record));
      case Reading.Unknown unknown -> skipped.add(record);
      case Reading.Unreadable unreadable ->
          this.unreadable.add(new DeadLetter(record, unreadable.reason()));
    }
  }

  /**
   * Waits until the dead letter is written.
   *
   * @throws java.util.concurrent.CompletionException if it could not be
   */
  void send(DeadLetter deadLetter) {
    String topic = Topics.deadLetters(consumer, deadLetter.record().topic());
    Metadata target =
        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic).build());
    requireNonNull(messages.get(deadLetter.record()))
        .nack(new PoisonEventException(deadLetter.reason()), target)
        .toCompletableFuture()
        .join();
  }
}
