package org.okno.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Secrets;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** The connector files against a journal table like the one the services' migrations make. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConnectorsIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir static Path data;
  private static Stack stack;
  private static Secrets secrets;

  @BeforeAll
  static void startEngines() throws SQLException, IOException {
    Home home = Home.find();
    Settings settings =
        Settings.of(home, data, Ports.random())
            .only(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.CONNECT));
    stack = new Stack(settings);
    secrets = Secrets.in(data);
    stack.start(Progress.silent());
    try (Connection owner = owner();
        var statement = owner.createStatement()) {
      statement.execute(journalMigration(home));
    }
  }

  /** What Flyway runs in each service. */
  private static String journalMigration(Home home) throws IOException {
    return Files.readString(
            home.root().resolve("libs/messaging/src/main/resources/db/journal/V0001__journal.sql"))
        .replace("${replication_role}", "okno_intake_replication")
        .replace("${replication_password}", secrets.replication(Part.INTAKE));
  }

  @AfterAll
  static void stopEngines() {
    stack.stop();
  }

  /** First: it compares the whole topic. */
  @Test
  @Order(1)
  void shouldBringEveryRowOfTheJournalToItsTopicWhateverIsKilled() throws SQLException {
    List<UUID> appended = new ArrayList<>();
    // Before there is a connector: comes by its snapshot.
    appended.add(append("first"));
    appended.add(append("second"));
    Path connector = stack.settings().home().connectors().resolve("intake.json");
    stack.connect().register(connector);
    stack.connect().register(connector);
    stack.connect().awaitRunning("intake", LIMIT);
    appended.add(append("third"));

    for (Part part : List.of(Part.CONNECT, Part.POSTGRES, Part.KAFKA)) {
      stack.part(part).kill();
      assertThat(stack.part(part).isReady()).isFalse();
      stack.part(part).start();
      appended.add(append("after the death of " + part.label()));
      awaitEvents(appended);
    }

    List<ConsumerRecord<String, String>> records = awaitEvents(appended);
    ConsumerRecord<String, String> first = records.getFirst();
    assertThat(first.key()).isEqualTo("key of first");
    assertThat(first.value()).isEqualTo("{\"text\": \"первый «first»\"}");
    assertThat(headers(first))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_id", appended.getFirst().toString(),
                "ce_type", "org.okno.intake.questionnaire-submitted.v1",
                "ce_source", "/okno/intake",
                "ce_time", "2026-03-01T10:00:00.123Z",
                "ce_subject", "subject of first",
                "ce_specversion", "1.0",
                "content-type", "application/json"));
    assertThat(records.stream().map(ConnectorsIT::eventId).distinct())
        .containsExactlyElementsOf(appended);
  }

  @Test
  void shouldPublishTheJournalAgainWhenItsSlotIsGone() throws SQLException {
    Path connector = stack.settings().home().connectors().resolve("intake.json");
    List<UUID> appended = new ArrayList<>();
    appended.add(append("before the slot is lost"));
    stack.connect().register(connector);
    stack.connect().awaitRunning("intake", LIMIT);
    awaitEvents(appended);

    stack.connect().stop();
    try (Connection superuser = stack.postgres().connect("intake");
        var statement = superuser.createStatement()) {
      statement.execute("select pg_drop_replication_slot('okno_intake')");
    }
    appended.add(append("while there is no slot"));
    stack.connect().start();
    stack.connect().awaitRunning("intake", LIMIT);
    appended.add(append("after it"));

    awaitEvents(appended);
  }

  @Test
  void shouldLetNobodyElseUseConnect() throws IOException, InterruptedException {
    URI connectors = stack.connect().url().resolve("/connectors");
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String login : List.of("", "Basic c3RhY2s6d3Jvbmc=")) {
        HttpRequest.Builder request = HttpRequest.newBuilder(connectors);
        if (!login.isEmpty()) {
          request.header("Authorization", login);
        }
        assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void shouldLetAServiceReplicateNothingAndDebeziumItsOwnDatabaseOnly() throws SQLException {
    stack.postgres().revokeRoleRights("okno_intake");

    try (Connection superuser = stack.postgres().connect("intake");
        var roles =
            superuser
                .createStatement()
                .executeQuery(
                    "select rolreplication, rolcreaterole from pg_roles where rolname ="
                        + " 'okno_intake'")) {
      assertThat(roles.next()).isTrue();
      assertThat(roles.getBoolean(1)).isFalse();
      assertThat(roles.getBoolean(2)).isFalse();
    }
    assertThatThrownBy(() -> replication("intake", "true").close())
        .hasMessageContaining("no pg_hba.conf entry for replication connection");
    assertThatThrownBy(() -> replication("case", "database").close())
        .hasMessageContaining("permission denied for database");
    replication("intake", "database").close();
  }

  /** As Debezium's role: {@code true} is the whole cluster, {@code database} is one database. */
  private static Connection replication(String database, String mode) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "okno_intake_replication");
    properties.setProperty("password", secrets.replication(Part.INTAKE));
    properties.setProperty("replication", mode);
    properties.setProperty("assumeMinServerVersion", "15");
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(stack.postgres().url(database), properties);
  }

  private static UUID append(String word) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection owner = owner();
        var insert =
            owner.prepareStatement(
                "insert into journal (event_id, topic, event_key, type, source, time, subject,"
                    + " payload) values (?, 'okno.questionnaires', ?,"
                    + " 'org.okno.intake.questionnaire-submitted.v1', '/okno/intake',"
                    + " '2026-03-01T10:00:00.123Z', ?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, "key of first");
      insert.setString(3, "subject of " + word);
      insert.setString(4, "{\"text\": \"первый «" + word + "»\"}");
      insert.executeUpdate();
    }
    return id;
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        stack.postgres().url("intake"), "okno_intake", secrets.owner(Part.INTAKE));
  }

  /** Reads the topic from its beginning until all these events were seen. */
  private static List<ConsumerRecord<String, String>> awaitEvents(List<UUID> wanted) {
    List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    Map<String, Object> configuration =
        stack
            .broker()
            .administrator()
            .with(
                Map.of("group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest"));
    try (var consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("okno.questionnaires"));
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (!seen.stream().map(ConnectorsIT::eventId).toList().containsAll(wanted)) {
        assertThat(System.nanoTime())
            .as("events seen so far: %s", seen.size())
            .isLessThan(deadline);
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        stack.connect().restartFailed("intake");
      }
    }
    return seen;
  }

  private static UUID eventId(ConsumerRecord<String, String> record) {
    return UUID.fromString(headers(record).get("ce_id"));
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }
}
