package org.okno.engines.postgres;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.Folders;
import org.okno.engines.Home;
import org.okno.engines.process.Command;
import org.okno.engines.process.Signal;

/**
 * A PostgreSQL server on 127.0.0.1, as durable as in production: {@code fsync} and {@code
 * synchronous_commit} stay on. Passwords are SCRAM; there is no Unix socket.
 */
public final class Postgres extends Engine {

  /** The superuser of the cluster. */
  public static final String SUPERUSER = "postgres";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private static final Map<String, String> SERVER_SETTINGS =
      Map.ofEntries(
          entry("listen_addresses", "127.0.0.1"),
          entry("unix_socket_directories", ""),
          entry("wal_level", "logical"),
          // The passwords are 192 random bits: repeated hashing would protect guessable ones only,
          // and
          // is what a service's first connections wait for.
          entry("scram_iterations", "64"),
          entry("fsync", "on"),
          entry("synchronous_commit", "on"),
          entry("max_connections", "200"),
          entry("max_wal_senders", "16"),
          entry("max_replication_slots", "16"),
          // A slot that nobody reads keeps the log; beyond this it is given up before the disk is
          // full.
          entry("max_slot_wal_keep_size", "16GB"),
          entry("shared_buffers", "256MB"),
          // Under load the default 1 GB meant a checkpoint each 15 s, and after it whole pages in
          // the log: see decision 0023.
          entry("max_wal_size", "4GB"),
          entry("min_wal_size", "512MB"),
          entry("log_min_error_statement", "panic"));

  private final Home home;
  private final Path folder;
  private final int port;
  private final String password;

  /**
   * @param folder for the cluster's data; reused at the next start
   * @param password of {@link #SUPERUSER}; set at the first start
   */
  public Postgres(Home home, Path folder, int port, String password, Path log) {
    super("postgres", log, Signal.INTERRUPT);
    this.home = home;
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.password = password;
  }

  @Override
  public void start() {
    if (child().isAlive()) {
      return;
    }
    ServerAccount account = ServerAccount.choose(folder);
    Path programs = new Binaries(home, account.location(home.engineCache())).unpacked();
    account.chown(programs);
    Path bin = programs.resolve("bin");
    Path cluster = new Cluster(account, bin, account.location(folder)).ready(password);
    Command command = server(bin, cluster).withPrefix(account.commandPrefix());
    child().start(command, Map.of(), START_TIMEOUT, this::isReady);
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connect(SUPERUSER)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Creates the database and the role that owns it, where they are missing; always sets the role's
   * password. Only the owner, and whom it grants that, may connect.
   *
   * <p>A new role may create roles and replicate: the service's first migration creates the role
   * that Debezium connects with. Then {@link #revokeRoleRights} takes that away.
   */
  public void createDatabase(String database, String owner, String ownerPassword) {
    try (Connection connection = connect(SUPERUSER)) {
      String role =
          exists(connection, "select 1 from pg_roles where rolname = ?", owner)
              ? "alter role %I login"
              : "create role %I login createrole replication";
      execute(connection, role + " password %L", List.of(owner, ownerPassword));
      if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
        execute(connection, "create database %I owner %I", List.of(database, owner));
      }
      execute(connection, "revoke connect on database %I from public", List.of(database));
    } catch (SQLException e) {
      throw new EngineException(
          "Cannot create the database " + database + ": " + e.getMessage(), e);
    }
  }

  /**
   * Creates the roles that the service of a database works as, where they are missing; always sets
   * the password of the first. {@code …_service} logs in, owns nothing and may do nothing but take
   * one of the others, which the migrations give their rights: {@code …_all} sees every row, {@code
   * …_own} those of a caller.
   */
  public void createServiceRoles(String database, String owner, String servicePassword) {
    String service = owner + "_service";
    try (Connection connection = connect(SUPERUSER)) {
      for (String role : List.of(service, owner + "_all", owner + "_own")) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
          execute(connection, "create role %I noinherit", List.of(role));
        }
      }
      execute(connection, "alter role %I login password %L", List.of(service, servicePassword));
      execute(connection, "grant connect on database %I to %I", List.of(database, service));
      execute(connection, "grant %I, %I to %I", List.of(owner + "_all", owner + "_own", service));
    } catch (SQLException e) {
      throw new EngineException("Cannot create the roles of " + service + ": " + e.getMessage(), e);
    }
  }

  /**
   * From now on the role is the owner of its database and nothing more. To be called when the
   * service has migrated its tables.
   */
  public void revokeRoleRights(String owner) {
    try (Connection connection = connect(SUPERUSER)) {
      execute(connection, "alter role %I nocreaterole noreplication", List.of(owner));
    } catch (SQLException e) {
      throw new EngineException(
          "Cannot take the rights of the role " + owner + ": " + e.getMessage(), e);
    }
  }

  /** The replication slots; none while the server is away. */
  public List<ReplicationSlot> replicationSlots() {
    try (Connection connection = connect(SUPERUSER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ReplicationSlot.QUERY)) {
      List<ReplicationSlot> slots = new ArrayList<>();
      while (rows.next()) {
        slots.add(new ReplicationSlot(rows.getString(1), rows.getBoolean(2), rows.getLong(3)));
      }
      return slots;
    } catch (SQLException e) {
      return List.of();
    }
  }

  /** The JDBC URL of a database, without user and password. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A connection as {@link #SUPERUSER}; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    // Not through DriverManager: under a test's or Quarkus' class loaders it may not see the
    // driver.
    Connection connection = new org.postgresql.Driver().connect(url(database), properties);
    if (connection == null) {
      throw new SQLException("The PostgreSQL driver does not accept " + url(database));
    }
    return connection;
  }

  private Command server(Path bin, Path cluster) {
    List<String> words =
        new ArrayList<>(
            List.of(
                bin.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                String.valueOf(port)));
    SERVER_SETTINGS.forEach((key, value) -> words.addAll(List.of("-c", key + "=" + value)));
    return new Command(words);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Runs a statement that cannot take bind parameters; the server quotes the words into it. */
  private static void execute(Connection connection, String template, List<String> words)
      throws SQLException {
    String marks = ", ?::text".repeat(words.size());
    try (var format = connection.prepareStatement("select format(?" + marks + ")")) {
      format.setString(1, template);
      for (int i = 0; i < words.size(); i++) {
        format.setString(i + 2, words.get(i));
      }
      try (var rows = format.executeQuery();
          var statement = connection.createStatement()) {
        rows.next();
        statement.execute(rows.getString(1));
      }
    }
  }

  /** A cluster on disk, created on first use. */
  private record Cluster(ServerAccount account, Path bin, Path folder) {

    Path ready(String password) {
      try {
        Path data = folder.resolve("data");
        Files.createDirectories(folder);
        if (!Files.exists(data)) {
          create(data, password);
        }
        // Who connects to a database by name; nobody streams the whole cluster.
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        account.chown(folder);
        StalePidFile.removeFrom(data);
        return data;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create the PostgreSQL cluster in " + folder, e);
      }
    }

    /**
     * In a temporary folder, then renamed: an interrupted initdb leaves nothing that looks like a
     * cluster.
     */
    private void create(Path data, String password) throws IOException {
      Path unfinished = folder.resolve("data.unfinished");
      Folders.delete(unfinished);
      Path passwordFile = folder.resolve("password");
      Files.writeString(passwordFile, password);
      account.chown(folder);
      try {
        Command.of(
                bin.resolve("initdb").toString(),
                "-D",
                unfinished.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C")
            .withPrefix(account.commandPrefix())
            .run();
      } finally {
        Files.deleteIfExists(passwordFile);
      }
      Files.move(unfinished, data);
    }
  }
}
