package org.okno.bench.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Timing;
import org.okno.engines.Home;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Secrets;

/** The throughput of PostgreSQL, in a database with intake's tables and indexes. */
public final class DatabaseLimits {

  /** The connections with which the limit of one commit a request is measured. */
  public static final int CONNECTIONS = 32;

  private static final int COPIED = 1000;
  private static final int BATCHED = 100;

  private final Postgres postgres;
  private final String database;

  private DatabaseLimits(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** In a database of its own beside those of the services. */
  public static DatabaseLimits beside(Postgres postgres, Path data)
      throws SQLException, IOException {
    postgres.createDatabase("limits", "okno_limits", Secrets.in(data).owner(Part.INTAKE));
    return in(postgres, data, "limits");
  }

  /** In this database, which must be empty: creates intake's tables there by its migrations. */
  static DatabaseLimits in(Postgres postgres, Path data, String database)
      throws SQLException, IOException {
    Path root = Home.find().root();
    List<Path> migrations = new ArrayList<>();
    migrations.addAll(files(root.resolve("libs/messaging/src/main/resources/db/journal")));
    migrations.addAll(files(root.resolve("libs/identity/src/main/resources/db/rows")));
    migrations.addAll(files(root.resolve("intake-service/src/main/resources/db/migration")));
    migrations.sort(Comparator.comparing(Path::getFileName));
    try (Connection connection = postgres.connect(database);
        var statement = connection.createStatement()) {
      for (Path migration : migrations) {
        statement.execute(
            Files.readString(migration)
                .replace("${replication_role}", "okno_intake_replication")
                .replace("${all_role}", "okno_intake_all")
                .replace("${own_role}", "okno_intake_own")
                .replace("${replication_password}", Secrets.in(data).replication(Part.INTAKE)));
      }
    }
    return new DatabaseLimits(postgres, database);
  }

  /** Requests a second, one commit each. */
  public Figure oneCommit(int connections, Timing timing) throws Exception {
    return measure(
        "limit: one commit a request, %d connections".formatted(connections),
        connections,
        timing,
        connection -> RequestWriters.inserts(connection, 1));
  }

  /** Requests a second, a hundred in a transaction. */
  public Figure batches(Timing timing) throws Exception {
    return measure(
        "limit: %d requests a transaction, 1 connection".formatted(BATCHED),
        1,
        timing,
        connection -> RequestWriters.inserts(connection, BATCHED));
  }

  Figure copies(Timing timing) throws Exception {
    return measure(
        "limit: COPY of %d requests a transaction, 1 connection".formatted(COPIED),
        1,
        timing,
        connection -> RequestWriters.copies(connection, COPIED));
  }

  /** Appends rows to the journal alone. */
  void fillJournal(int rows) throws SQLException, IOException {
    try (Connection connection = postgres.connect(database)) {
      for (int done = 0; done < rows; done += COPIED) {
        RequestWriters.copy(
            connection,
            RequestTable.JOURNAL,
            Stream.generate(SampleRequest::next).limit(COPIED).toList());
      }
    }
  }

  private interface Work {
    Timing.Work on(Connection connection) throws SQLException;
  }

  private Figure measure(String what, int connections, Timing timing, Work work) throws Exception {
    List<Connection> open = new ArrayList<>();
    try {
      List<Timing.Work> workers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        open.add(postgres.connect(database));
        workers.add(work.on(open.getLast()));
      }
      return Figure.of(what, "requests/s", timing.rate(workers));
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
