package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the journal and the record that Debezium makes of it, word by word. */
public record JournalRecord(
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

  // As in deploy/connectors.
  private static final String ID = "ce_id";
  private static final String TYPE = "ce_type";
  private static final String SOURCE = "ce_source";
  private static final String TIME = "ce_time";
  private static final String SUBJECT = "ce_subject";
  private static final String SPECVERSION = "ce_specversion";
  private static final String CONTENT_TYPE = "content-type";

  /** The row that a record on its topic came from. */
  public static JournalRecord of(UUID id, ConsumerRecord<String, byte[]> record) {
    return new JournalRecord(
        id,
        record.topic(),
        record.key(),
        header(record, TYPE),
        header(record, SOURCE),
        header(record, TIME),
        header(record, SUBJECT),
        header(record, SPECVERSION),
        header(record, CONTENT_TYPE),
        new String(record.value(), UTF_8));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
  }

  /** The record of the row. */
  public ProducerRecord<String, byte[]> record() {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, eventKey, payload.getBytes(UTF_8));
    put(record, ID, eventId.toString());
    put(record, TYPE, type);
    put(record, SOURCE, source);
    put(record, TIME, time);
    put(record, SUBJECT, subject);
    put(record, SPECVERSION, specversion);
    put(record, CONTENT_TYPE, contentType);
    return record;
  }

  private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }
}
