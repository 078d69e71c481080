package org.okno.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that a consumer could not handle. Its value is never shown: it may hold personal data.
 *
 * @param record as it is on the dead-letter topic
 */
record DeadLetterRecord(ConsumerRecord<byte[], byte[]> record) {

  private static final String PREFIX = "dead-letter-";

  /** Where it was read from first. */
  private static final List<String> ORIGIN =
      List.of(PREFIX + "topic", PREFIX + "partition", PREFIX + "offset");

  /** One line for people. */
  String line() {
    return "%6d  %s  %s/%s@%s  %s %s  %s"
        .formatted(
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            text(PREFIX + "topic"),
            text(PREFIX + "partition"),
            text(PREFIX + "offset"),
            text("ce_type"),
            text("ce_id"),
            text(PREFIX + "reason"));
  }

  /**
   * The record as it was, for the replay topic of the consumer that dead-lettered it: nobody else
   * reads there. It says where it was read from first.
   */
  ProducerRecord<byte[], byte[]> replayed() {
    List<Header> headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .filter(header -> !header.key().startsWith(PREFIX) || ORIGIN.contains(header.key()))
            .toList();
    return new ProducerRecord<>(
        DeadLetters.replayTopic(record.topic()), null, record.key(), record.value(), headers);
  }

  private String text(String header) {
    return header(header).orElse("-");
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }
}
