package org.okno.analytics.reading;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets one argument of a statement after the other. */
final class Arguments {
  private final PreparedStatement statement;
  private int last;

  Arguments(PreparedStatement statement) {
    this.statement = statement;
  }

  Arguments add(Object value) throws SQLException {
    statement.setObject(++last, value);
    return this;
  }
}
