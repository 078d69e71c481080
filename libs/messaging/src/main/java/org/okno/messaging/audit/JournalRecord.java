package org.okno.messaging.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the journal, and the record that Debezium makes of it. */
record JournalRecord(
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

  ProducerRecord<String, byte[]> record() {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, eventKey, payload.getBytes(UTF_8));
    headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Their names stand in {@code deploy/connectors} as well. */
  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_id", eventId.toString());
    headers.put("ce_type", type);
    headers.put("ce_source", source);
    headers.put("ce_time", time);
    headers.put("ce_subject", subject);
    headers.put("ce_specversion", specversion);
    headers.put("content-type", contentType);
    return headers;
  }
}
