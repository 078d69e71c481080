package org.okno.sql;

import java.sql.SQLException;

/** What an error of the database says, by its SQLSTATE: the one reading, of consumers and HTTP. */
public enum SqlFailure {
  /** The row can never be stored: a data exception (22), a constraint (23), a limit (54). */
  DATA,
  /** The statement does not fit the tables or the rights (42): an error of the deployment. */
  STATEMENT,
  /** The state of the database: the same can succeed later. */
  AVAILABILITY;

  /** The class of an error. */
  public static SqlFailure of(SQLException error) {
    String state = error.getSQLState();
    return switch (state == null || state.length() < 2 ? "" : state.substring(0, 2)) {
      case "22", "23", "54" -> DATA;
      case "42" -> STATEMENT;
      default -> AVAILABILITY;
    };
  }
}
