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
 * A record that a consumer could not read. Its value is never shown: it may hold what is nobody
 * else's business.
 *
 * @param record as it lies on the dead-letter topic
 */
record Letter(ConsumerRecord<byte[], byte[]> record) {

  private static final String OURS = "okno_dlq_";

  /** One line for people. */
  String line() {
    return "%6d  %s  %s  %s/%s@%s  %s %s  %s"
        .formatted(
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            text("okno_dlq_class"),
            text("okno_dlq_topic"),
            text("okno_dlq_partition"),
            text("okno_dlq_offset"),
            text("ce_type"),
            text("ce_id"),
            text("okno_dlq_reason"));
  }

  /**
   * The record as it first was: key, value and headers, to the topic it came from.
   *
   * @throws EngineException when it does not say which topic that was
   */
  ProducerRecord<byte[], byte[]> original() {
    String topic =
        header("okno_dlq_topic")
            .orElseThrow(
                () ->
                    new EngineException(
                        "The record at offset %d of %s has no header okno_dlq_topic: it cannot be sent back."
                            .formatted(record.offset(), record.topic())));
    List<Header> headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .filter(header -> !header.key().startsWith(OURS))
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
