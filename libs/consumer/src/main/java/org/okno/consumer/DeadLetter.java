package org.okno.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.okno.contracts.Topics;

/**
 * A record put aside: the original key, value and headers, with where it came from and why in
 * {@code okno_dlq_*} headers.
 */
public final class DeadLetter {
  static final String REASON = "okno_dlq_reason";
  static final String TOPIC = "okno_dlq_topic";
  static final String PARTITION = "okno_dlq_partition";
  static final String OFFSET = "okno_dlq_offset";

  private DeadLetter() {}

  static ProducerRecord<String, byte[]> of(
      String consumer, ConsumerRecord<String, byte[]> record, String reason) {
    String topic = Topics.deadLetters(consumer, record.topic());
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    mark(letter.headers(), record.topic(), record.partition(), record.offset(), reason);
    return letter;
  }

  /**
   * Adds to a record's headers where it came from and why it was put aside; for a consumer that
   * sends its letters by itself, as a Kafka Streams topology does.
   *
   * @param reason never holds a payload
   */
  public static void mark(
      Headers headers, String topic, int partition, long offset, String reason) {
    put(headers, REASON, reason);
    put(headers, TOPIC, topic);
    put(headers, PARTITION, Integer.toString(partition));
    put(headers, OFFSET, Long.toString(offset));
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }
}
