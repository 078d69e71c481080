package org.okno.analytics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/** A real PostgreSQL and a real Kafka, for the tests of this service. */
public class AnalyticsEngines implements QuarkusTestResourceLifecycleManager {
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
    database.createDatabase("analytics", "okno_analytics", PASSWORD);
    return Map.of(
        "quarkus.http.test-port",
        "0",
        "quarkus.datasource.jdbc.url",
        database.url("analytics"),
        "quarkus.datasource.password",
        PASSWORD,
        "kafka.bootstrap.servers",
        kafka.bootstrapServers(),
        "kafka-streams.state.dir",
        data.resolve("streams").toString());
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

  /** New for each run: what an earlier one left would be counted. */
  private static Path folder(Home home) {
    try {
      Path target = home.root().resolve("analytics-service/target");
      return Files.createTempDirectory(Files.createDirectories(target), "engines-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
