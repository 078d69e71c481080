package org.okno.intake.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.okno.journal.Transactions.Work;

/** Transactions whose failures need not be declared by everybody in between. */
public final class Transactions {
  private final DataSource dataSource;
  private final org.okno.journal.Transactions transactions;

  public Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
    this.transactions = new org.okno.journal.Transactions(dataSource);
  }

  /**
   * The result of the work, after its commit.
   *
   * @throws DatabaseException if a statement or the commit failed; after a failed commit it is not
   *     known whether it holds
   */
  public <T> T write(Work<T> work) {
    try {
      return transactions.write(work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * The result of reading; every statement sees what is committed when it begins.
   *
   * @throws DatabaseException if a statement failed
   */
  public <T> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
