package org.okno.casework.rebuilding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in PostgreSQL's text format of COPY, gathered and sent some megabytes at a time.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, text format</a>
 */
final class CopyText {
  private static final int FULL = 4 << 20;

  private final Connection connection;
  private final String copy;
  private final StringBuilder rows = new StringBuilder();
  private boolean inRow;

  /**
   * @param columns names of the columns, in the order in which {@link #add} gives them
   */
  CopyText(Connection connection, String table, String columns) {
    this.connection = connection;
    this.copy = "copy " + table + " (" + columns + ") from stdin";
  }

  /** The next column of the row at hand; its text is what the type's input takes. */
  CopyText add(@Nullable Object value) {
    if (inRow) {
      rows.append('\t');
    }
    inRow = true;
    if (value == null) {
      rows.append("\\N");
    } else if (value instanceof String text) {
      escape(text);
    } else {
      rows.append(value);
    }
    return this;
  }

  void endRow() throws SQLException, IOException {
    rows.append('\n');
    inRow = false;
    if (rows.length() > FULL) {
      send();
    }
  }

  /** Sends what is gathered; to be called after the last row too. */
  void send() throws SQLException, IOException {
    if (rows.isEmpty()) {
      return;
    }
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(copy, new ByteArrayInputStream(bytes), 1 << 16);
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
