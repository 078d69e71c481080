package org.okno.consumer;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.Reading;

/** The records of one poll, sorted into events to work on and letters to put aside. */
record Batch(List<ReceivedEvent> events, List<ProducerRecord<String, byte[]>> deadLetters) {

  static Batch read(
      Iterable<ConsumerRecord<String, byte[]>> records,
      EventCodec codec,
      String consumer,
      ConsumerMetrics metrics) {
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
    for (ConsumerRecord<String, byte[]> record : records) {
      switch (codec.read(record.headers(), record.value())) {
        case Reading.Known known ->
            batch.events.add(new ReceivedEvent(known.id(), known.time(), known.event(), record));
        case Reading.Unknown unknown -> metrics.skipped(record.topic());
        case Reading.Unreadable unreadable ->
            batch.deadLetters.add(DeadLetter.of(consumer, record, unreadable.reason()));
      }
    }
    return batch;
  }
}
