package org.okno.cases.rebuild;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as the journal's row it came from, with its id and word by word. */
record JournalRow(
    UUID eventId,
    String topic,
    String eventKey,
    String type,
    String source,
    String time,
    String subject,
    String specversion,
    String contentType,
    String payload) {

  static JournalRow of(UUID id, ConsumerRecord<String, byte[]> record) {
    return new JournalRow(
        id,
        record.topic(),
        record.key(),
        header(record, "ce_type"),
        header(record, "ce_source"),
        header(record, "ce_time"),
        header(record, "ce_subject"),
        header(record, "ce_specversion"),
        header(record, "content-type"),
        new String(record.value(), StandardCharsets.UTF_8));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(
        requireNonNull(record.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
  }
}
