package org.okno.sql;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Inserts records by COPY, some megabytes at a time, on a connection that the caller keeps and
 * commits. Columns and types are those of {@link BatchInsert}.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, text format</a>
 */
public final class CopyInsert<R extends Record> {
  private static final int MAX_CHARACTERS = 4 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Connection connection;
  private final List<RecordColumn> columns;
  private final String copy;
  private final StringBuilder rows = new StringBuilder();

  public CopyInsert(Connection connection, String table, Class<R> type) {
    this.connection = connection;
    this.columns = RecordColumn.of(type);
    this.copy =
        "copy %s (%s) from stdin"
            .formatted(table, columns.stream().map(RecordColumn::name).collect(joining(", ")));
  }

  /** Adds a row; it is in the table after {@link #flush} at the latest. */
  public void add(R row) {
    for (int i = 0; i < columns.size(); i++) {
      rows.append(i == 0 ? "" : "\t");
      append(columns.get(i).value(row));
    }
    rows.append('\n');
    if (rows.length() > MAX_CHARACTERS) {
      flush();
    }
  }

  /** Sends the rows that were not sent yet. */
  public void flush() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy, new ByteArrayInputStream(bytes), BUFFER_BYTES);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("COPY failed", e);
    }
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> rows.append("\\N");
      case String text -> escape(text);
      default -> rows.append(value);
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      switch (at) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(at);
      }
    }
  }
}
