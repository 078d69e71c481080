package org.okno.analytics.reading;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the columns of many rows as arrays, one argument of a statement after the other. */
final class Columns<R> {
  private final PreparedStatement statement;
  private final Collection<R> rows;
  private int last;

  Columns(PreparedStatement statement, Collection<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /**
   * @param type PostgreSQL's name of the elements' type
   */
  void add(String type, Function<R, @Nullable Object> value) throws SQLException {
    @Nullable Object[] values = rows.stream().map(value).toArray();
    statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
  }
}
