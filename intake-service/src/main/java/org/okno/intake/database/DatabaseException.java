package org.okno.intake.database;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or did not answer; the cause says which, by its SQLSTATE. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Data exception, integrity constraint, transaction rollback (a deadlock), syntax. */
  private static final Set<String> NOT_THE_DATABASE_STATE = Set.of("22", "23", "40", "42");

  private final boolean away;

  public DatabaseException(SQLException cause) {
    // The message of the cause may quote a row: it is not repeated here.
    super("SQLSTATE " + cause.getSQLState(), cause);
    String state = cause.getSQLState();
    this.away =
        state == null
            || state.length() < 2
            || !NOT_THE_DATABASE_STATE.contains(state.substring(0, 2));
  }

  /** True where the database cannot answer anybody now; false where this statement was at fault. */
  public boolean isAway() {
    return away;
  }
}
