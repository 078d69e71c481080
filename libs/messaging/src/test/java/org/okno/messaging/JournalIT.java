package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.okno.contracts.DirectoryEvent.AgencyPublished;
import org.okno.engines.Home;
import org.okno.engines.postgres.Postgres;

/** The promises of journal and inbox that PostgreSQL keeps. */
class JournalIT {
  private static final String DATABASE = "journal";
  private static Postgres postgres;

  private final Journal journal = new Journal(new EventCodec());

  @BeforeAll
  static void start() throws IOException, SQLException {
    Home home = Home.find();
    Path parent = Files.createDirectories(home.root().resolve("libs/journal/target/it"));
    Path folder = Files.createTempDirectory(parent, "run");
    postgres =
        new Postgres(
            home,
            folder.resolve("postgres"),
            freePort(),
            "for-tests-only",
            folder.resolve("postgres.log"));
    postgres.start();
    postgres.createDatabase(DATABASE, "okno_journal", "for-tests-only");
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(migration());
    }
  }

  @AfterAll
  static void stop() {
    postgres.stop();
  }

  @Test
  void shouldAppendInOrderWithTheTransactionOnly() throws SQLException {
    try (Connection connection = transaction()) {
      journal.append(connection, List.of(agency("kept-1"), agency("kept-2")));
      connection.commit();
      journal.append(connection, List.of(agency("undone")));
      connection.rollback();
      journal.append(connection, List.of());
      connection.commit();
    }

    assertThat(keys()).containsSubsequence("agency/kept-1", "agency/kept-2");
    assertThat(keys()).doesNotContain("agency/undone");
  }

  @Test
  void shouldRefuseToAppendOutsideATransaction() throws SQLException {
    try (Connection connection = postgres.connect(DATABASE)) {
      assertThatThrownBy(() -> journal.append(connection, List.of(agency("alone"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("transaction");
    }
    assertThat(keys()).doesNotContain("agency/alone");
  }

  @Test
  void shouldRefuseToChangeWhatWasAppended() throws SQLException {
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("update journal set payload = '{}'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void shouldTakeAnEventInOnceForEachConsumer() throws SQLException {
    UUID first = EventIds.next();
    UUID second = EventIds.next();
    try (Connection connection = transaction()) {
      Inbox inbox = new Inbox("one");
      assertThat(inbox.take(connection, List.of(first, first))).containsExactly(first);
      connection.commit();
      assertThat(inbox.take(connection, List.of(first, second))).containsExactly(second);
      connection.rollback();
      assertThat(inbox.take(connection, List.of(first, second))).containsExactly(second);
      assertThat(inbox.take(connection, List.of())).isEmpty();
      assertThat(new Inbox("another").take(connection, List.of(first))).containsExactly(first);
      connection.commit();
    }
  }

  @Test
  void shouldRefuseToTakeInOutsideATransaction() throws SQLException {
    try (Connection connection = postgres.connect(DATABASE)) {
      assertThatThrownBy(() -> new Inbox("one").take(connection, List.of(EventIds.next())))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void shouldTakeEachEventInOnceThoughManyTryAtTheSameTime() throws Exception {
    List<UUID> ids = Stream.generate(EventIds::next).limit(200).toList();
    Callable<Set<UUID>> taking =
        () -> {
          try (Connection connection = transaction()) {
            Set<UUID> taken = new Inbox("many").take(connection, ids);
            connection.commit();
            return taken;
          }
        };

    List<UUID> taken = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Set<UUID>>> all =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> taking).toList());
      for (Future<Set<UUID>> one : all) {
        taken.addAll(one.get());
      }
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
  }

  private static AgencyPublished agency(String id) {
    return new AgencyPublished(id, "Agency", Instant.parse("2026-03-02T06:15:32Z"));
  }

  private static Connection transaction() throws SQLException {
    Connection connection = postgres.connect(DATABASE);
    connection.setAutoCommit(false);
    return connection;
  }

  private static List<String> keys() throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select event_key from journal order by seq")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }

  private static String migration() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            JournalIT.class.getResourceAsStream("/db/journal/V0001__journal.sql"))) {
      return new String(file.readAllBytes(), UTF_8)
          .replace("${replication_role}", "okno_journal_replication")
          .replace("${replication_password}", "for-tests-only");
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
