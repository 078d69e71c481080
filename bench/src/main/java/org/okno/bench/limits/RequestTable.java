package org.okno.bench.limits;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables that accepting a request writes, with the columns that intake writes. */
enum RequestTable {
  PERSON(
      "person",
      List.of(
          "id uuid",
          "blind_index bytea",
          "phone_hash bytea",
          "wrapped_key bytea",
          "created_at timestamptz")),
  REQUEST(
      "request",
      List.of(
          "id uuid",
          "tracking_number text",
          "channel text",
          "requested_at timestamptz",
          "received_at timestamptz",
          "territory text",
          "zone text",
          "applicant_id uuid",
          "beneficiary_id uuid",
          "urgency text",
          "target_groups jsonb",
          "needs jsonb",
          "sealed text",
          "consent boolean",
          "language text",
          "external_id_hash bytea",
          "body_hash bytea")),
  JOURNAL(
      "journal",
      List.of(
          "event_id uuid",
          "topic text",
          "event_key text",
          "type text",
          "source text",
          "time text",
          "subject text",
          "payload text"));

  private final String table;
  private final List<String> columns;

  RequestTable(String table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** An insert of this many rows by one statement. */
  String insert(int rows) {
    String row =
        columns.stream()
            .map(c -> "?::" + c.split(" ")[1])
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into %s (%s) values %s"
        .formatted(
            table,
            names(),
            IntStream.range(0, rows).mapToObj(i -> row).collect(Collectors.joining(", ")));
  }

  String copy() {
    return "copy %s (%s) from stdin".formatted(table, names());
  }

  private String names() {
    return columns.stream().map(c -> c.split(" ")[0]).collect(Collectors.joining(", "));
  }
}
