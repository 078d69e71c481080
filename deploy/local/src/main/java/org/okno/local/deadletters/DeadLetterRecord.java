package org.okno.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.okno.engines.EngineException;

/**
 * A record that a consumer could not handle. Its value is never shown: it may hold personal data.
 *
 * @param record as it is on the dead-letter topic
 */
record DeadLetterRecord(ConsumerRecord<byte[], byte[]> record) {

  private static final String PREFIX = "dead-letter-";
  private static final String TOPIC = PREFIX + "topic";

  /** One line for people. */
  String line() {
    return "%6d  %s  %s/%s@%s  %s %s  %s"
        .formatted(
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            text(TOPIC),
            text(PREFIX + "partition"),
            text(PREFIX + "offset"),
            text("ce_type"),
            text("ce_id"),
            text(PREFIX + "reason"));
  }

  /**
   * The record as it was: key, value and headers, for the topic it came from.
   *
   * @throws EngineException when it does not say which topic that was
   */
  ProducerRecord<byte[], byte[]> original() {
    String topic =
        header(TOPIC)
            .orElseThrow(
                () ->
                    new EngineException(
                        "The record at offset %d of %s has no header %s: it cannot be replayed."
                            .formatted(record.offset(), record.topic(), TOPIC)));
    List<Header> headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .filter(header -> !header.key().startsWith(PREFIX))
            .toList();
    return new ProducerRecord<>(topic, null, null, record.key(), record.value(), headers);
  }

  private String text(String header) {
    return header(header).orElse("-");
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }
}
