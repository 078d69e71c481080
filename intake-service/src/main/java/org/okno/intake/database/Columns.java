package org.okno.intake.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as SQL arrays: {@code unnest} takes them all in one round trip. */
public final class Columns {
  private Columns() {}

  /** A column of a type that the driver writes as text, for example {@code uuid}. */
  public static <T> Array of(
      Connection connection, String type, Collection<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    Object[] values = new Object[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = column.apply(row);
    }
    return connection.createArrayOf(type, values);
  }

  /** A column of {@code bytea}. */
  public static <T> Array bytes(
      Connection connection, Collection<T> rows, Function<T, byte @Nullable []> column)
      throws SQLException {
    byte[][] values = new byte[rows.size()][];
    int i = 0;
    for (T row : rows) {
      byte[] value = column.apply(row);
      if (value != null) {
        values[i] = value;
      }
      i++;
    }
    return connection.createArrayOf("bytea", values);
  }
}
