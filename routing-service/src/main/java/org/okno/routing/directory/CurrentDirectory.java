package org.okno.routing.directory;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of the directory in memory, so that a decision asks no database. */
@ApplicationScoped
public class CurrentDirectory {
  private static final Logger LOG = Logger.getLogger(CurrentDirectory.class);

  private final DataSource database;
  private final DirectoryTables tables;
  private volatile @Nullable DirectorySnapshot snapshot;

  public CurrentDirectory(DataSource database, DirectoryTables tables) {
    this.database = database;
    this.tables = tables;
  }

  /**
   * The copy as it is: at most a few seconds behind an import made through another instance.
   *
   * @throws SQLException if there is no copy yet and the database does not answer
   */
  public DirectorySnapshot snapshot() throws SQLException {
    DirectorySnapshot held = snapshot;
    return held == null ? fresh() : held;
  }

  /**
   * The directory as it is in the database now.
   *
   * @throws SQLException if the database does not answer
   */
  public synchronized DirectorySnapshot fresh() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        // The version and the tables as of one moment.
        begin.execute("set transaction isolation level repeatable read, read only");
        DirectorySnapshot held = snapshot;
        long version = tables.version(connection);
        if (held == null || held.version() != version) {
          held = new DirectorySnapshot(version, tables.read(connection));
          snapshot = held;
          LOG.infof(
              "directory at version %d: %d territories, %d agencies, %d services",
              version,
              held.content().territories().size(),
              held.content().organizations().size(),
              held.content().services().size());
        }
        return held;
      } finally {
        connection.rollback();
      }
    }
  }

  @Scheduled(every = "{okno.directory.check-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void lookForChanges() {
    try {
      fresh();
    } catch (SQLException e) {
      LOG.warnf("the directory was not looked at: SQLSTATE %s", e.getSQLState());
    }
  }
}
