package org.okno.casework.rebuilding;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes records back to the journal they came from, with their ids and word by word. */
final class JournalRows {
  private static final String COLUMNS =
      "event_id, topic, event_key, type, source, time, subject, specversion, content_type, payload";

  private final CopyText rows;

  JournalRows(Connection connection) {
    this.rows = new CopyText(connection, RebuiltTables.name("journal"), COLUMNS);
  }

  void add(ConsumerRecord<String, byte[]> record) throws SQLException, IOException {
    Headers headers = record.headers();
    rows.add(text(headers, "ce_id"))
        .add(record.topic())
        .add(record.key())
        .add(text(headers, "ce_type"))
        .add(text(headers, "ce_source"))
        .add(text(headers, "ce_time"))
        .add(text(headers, "ce_subject"))
        .add(text(headers, "ce_specversion"))
        .add(text(headers, "content-type"))
        .add(new String(record.value(), StandardCharsets.UTF_8))
        .endRow();
  }

  void send() throws SQLException, IOException {
    rows.send();
  }

  private static String text(Headers headers, String name) {
    return new String(
        requireNonNull(headers.lastHeader(name), name).value(), StandardCharsets.UTF_8);
  }
}
