package org.okno.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.okno.engines.Home;
import org.okno.engines.identity.LocalIssuer;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL, Kafka and Connect as containers, prepared from the same topics and connectors as
 * everywhere.
 */
final class Containers implements AutoCloseable {
  private static final String PASSWORD = "of-a-test";
  private static final int CONNECT_PORT = 8083;

  private final Home home;
  private final LocalIssuer issuer;
  private final Network network = Network.newNetwork();
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer("postgres:17")
          .withNetwork(network)
          .withNetworkAliases("postgres")
          .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200");
  private final KafkaContainer kafka =
      new KafkaContainer("apache/kafka:4.3.1")
          .withNetwork(network)
          .withListener("kafka:19092")
          // It writes its configuration at start, also where the files of its image are read-only.
          .withCreateContainerCmdModifier(container -> container.withUser("root"))
          .withStartupTimeout(Duration.ofSeconds(120));
  private final GenericContainer<?> connect =
      new GenericContainer<>("quay.io/debezium/connect:3.7.0.Final")
          .withNetwork(network)
          .withExposedPorts(CONNECT_PORT)
          .withEnv(connectEnvironment())
          .waitingFor(
              Wait.forHttp("/connectors")
                  .forPort(CONNECT_PORT)
                  .withStartupTimeout(Duration.ofSeconds(120)));

  /**
   * @param issuer of the tokens that the services accept
   */
  Containers(Home home, LocalIssuer issuer) {
    this.home = home;
    this.issuer = issuer;
  }

  void start() throws Exception {
    Startables.deepStart(postgres, kafka).join();
    createTopics();
    createDatabases();
    connect.start();
  }

  /** The environment of a service for these engines. */
  Map<String, String> environment(Part service, Ports ports, Path data) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        postgres.getJdbcUrl().replaceFirst("/test.*$", "/" + service.label()));
    environment.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    environment.put("QUARKUS_FLYWAY_PASSWORD", PASSWORD);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.getBootstrapServers());
    environment.put("OKNO_REPLICATION_PASSWORD", PASSWORD);
    environment.put("OKNO_INTAKE_VAULT_KEYSET", data.resolve("vault-keyset.json").toString());
    environment.put("OKNO_STREAMS_STATE", data.resolve("streams").toString());
    environment.put("OKNO_ISSUER_URL", issuer.url());
    environment.put("OKNO_CLIENT_SECRET", issuer.clientSecret(service.label()));
    environment.put("OKNO_INTAKE_URL", "http://127.0.0.1:" + ports.of(Part.INTAKE));
    environment.put(
        "OKNO_ROUTING_DIRECTORY_SEED",
        home.root().resolve("deploy/local/region/directory.json").toString());
    return environment;
  }

  /** Connect's address on this machine. */
  String connectUrl() {
    return "http://" + connect.getHost() + ":" + connect.getMappedPort(CONNECT_PORT);
  }

  private void createTopics() throws Exception {
    JsonNode topics = new JsonMapper().readTree(home.topics().toFile()).path("topics");
    List<NewTopic> wanted = new ArrayList<>();
    for (JsonNode topic : topics) {
      Map<String, String> config = new HashMap<>();
      topic
          .path("config")
          .properties()
          .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
      wanted.add(
          new NewTopic(
                  topic.path("name").asText(),
                  Optional.of(topic.path("partitions").asInt()),
                  Optional.empty())
              .configs(config));
    }
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.getBootstrapServers()))) {
      admin.createTopics(wanted).all().get();
    }
  }

  private void createDatabases() throws SQLException, IOException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        Statement statement = connection.createStatement()) {
      for (Part service : Part.services()) {
        String owner = "okno_" + service.label();
        statement.execute(
            "create role "
                + owner
                + " with login createrole replication password '"
                + PASSWORD
                + "'");
        statement.execute("create database \"" + service.label() + "\" owner " + owner);
        statement.execute("create role %s_all; create role %<s_own".formatted(owner));
        statement.execute(
            "create role %s_service noinherit login password '%s'".formatted(owner, PASSWORD));
        statement.execute("grant %s_all, %<s_own to %<s_service".formatted(owner));
      }
    }
  }

  private static Map<String, String> connectEnvironment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BOOTSTRAP_SERVERS", "kafka:19092");
    environment.put("GROUP_ID", "okno-connect");
    environment.put("CONFIG_STORAGE_TOPIC", "connect-configs");
    environment.put("OFFSET_STORAGE_TOPIC", "connect-offsets");
    environment.put("STATUS_STORAGE_TOPIC", "connect-status");
    environment.put("CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR", "1");
    environment.put("CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR", "1");
    environment.put("CONNECT_STATUS_STORAGE_REPLICATION_FACTOR", "1");
    environment.put("CONNECT_CONFIG_PROVIDERS", "env");
    environment.put(
        "CONNECT_CONFIG_PROVIDERS_ENV_CLASS",
        "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
    environment.put("OKNO_POSTGRES_HOST", "postgres");
    environment.put("OKNO_POSTGRES_PORT", "5432");
    for (Part service : Part.services()) {
      environment.put(
          "OKNO_" + service.label().toUpperCase(Locale.ROOT) + "_REPLICATION_PASSWORD", PASSWORD);
    }
    return environment;
  }

  @Override
  public void close() {
    connect.stop();
    kafka.stop();
    postgres.stop();
    network.close();
  }
}
