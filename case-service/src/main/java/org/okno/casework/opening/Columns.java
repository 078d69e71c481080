package org.okno.casework.opening;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as arrays, a parameter a column: any number of rows in one round trip.
 *
 * @param statement takes the arrays, in the order they are added
 */
final class Columns<R> {
  private final PreparedStatement statement;
  private final List<R> rows;
  private int index;

  Columns(PreparedStatement statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  Columns<R> uuid(Function<R, UUID> value) throws SQLException {
    return add("uuid", value::apply);
  }

  Columns<R> text(Function<R, @Nullable String> value) throws SQLException {
    return add("text", value::apply);
  }

  Columns<R> time(Function<R, @Nullable Instant> value) throws SQLException {
    return add("timestamptz", row -> written(value.apply(row)));
  }

  Columns<R> number(Function<R, @Nullable Integer> value) throws SQLException {
    return add("int4", value::apply);
  }

  private Columns<R> add(String type, Function<R, @Nullable Object> value) throws SQLException {
    @Nullable Object[] values = rows.stream().map(value).toArray();
    statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
    return this;
  }

  private static @Nullable String written(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
