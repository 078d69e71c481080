package org.okno.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/** A real PostgreSQL and a real Kafka. */
public class MessagingEngines implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "only-for-tests";
  private @Nullable Postgres postgres;
  private @Nullable Broker broker;

  @Override
  public Map<String, String> start() {
    Home home = Home.find();
    Ports ports = Ports.random();
    Path data = folder(home);
    Postgres database =
        new Postgres(
            home,
            data.resolve("postgres"),
            ports.of(Part.POSTGRES),
            PASSWORD,
            data.resolve("postgres.log"));
    Broker kafka =
        new Broker(home, data.resolve("kafka"), ports.of(Part.KAFKA), data.resolve("kafka.log"));
    postgres = database;
    broker = kafka;
    database.start();
    kafka.start();
    database.createDatabase("messaging", "okno_messaging", PASSWORD);
    createTopics(kafka.bootstrapServers());
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.url("messaging"),
        "quarkus.datasource.password",
        PASSWORD,
        "OKNO_REPLICATION_PASSWORD",
        PASSWORD,
        "kafka.bootstrap.servers",
        kafka.bootstrapServers());
  }

  private static void createTopics(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(HandledConsumer.TOPIC, Optional.of(2), Optional.empty()),
                  new NewTopic("messaging-test.test.events.dlq", Optional.of(1), Optional.empty())
                      .configs(Map.of("max.message.bytes", "4194304"))))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(postgres, new TestInjector.MatchesType(Postgres.class));
    injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.kill();
    }
    if (postgres != null) {
      postgres.kill();
    }
  }

  private static Path folder(Home home) {
    try {
      Path target = home.root().resolve("libs/messaging/target");
      return Files.createTempDirectory(Files.createDirectories(target), "engines-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
