package org.okno.testkit;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/**
 * A real PostgreSQL and a real Kafka with Okno's topics for the tests of one service, empty at each
 * run: {@code @QuarkusTestResource(value = ServiceEngines.class, initArgs = @ResourceArg(name =
 * "service", value = "case"))}.
 *
 * <p>Injected into fields of the test by their type: {@link Postgres}, {@link Broker}, {@link
 * EventTopics}, {@link Tables}.
 */
public final class ServiceEngines implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "only-for-tests";

  private String service = "";
  private @Nullable Postgres postgres;
  private @Nullable Broker broker;
  private @Nullable EventTopics topics;

  @Override
  public void init(Map<String, String> arguments) {
    service = requireNonNull(arguments.get("service"), "the argument 'service'");
  }

  @Override
  public Map<String, String> start() {
    Home home = Home.find();
    Ports ports = Ports.random();
    Path data = newFolder(home.root().resolve(service + "-service/target"));
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
    database.createDatabase(service, "okno_" + service, PASSWORD);
    kafka.start();
    topics = new EventTopics(kafka.bootstrapServers());
    Map<String, String> settings = new HashMap<>(ofService(home, data));
    settings.put("quarkus.datasource.jdbc.url", database.url(service));
    settings.put("quarkus.datasource.username", "okno_" + service);
    settings.put("quarkus.datasource.password", PASSWORD);
    settings.put("OKNO_REPLICATION_PASSWORD", PASSWORD);
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    return settings;
  }

  private Map<String, String> ofService(Home home, Path data) {
    return switch (service) {
      case "intake" ->
          Map.of("okno.intake.vault.keyset", data.resolve("vault-keyset.json").toString());
      case "routing" ->
          Map.of(
              "okno.routing.directory.seed",
              home.root().resolve("deploy/local/region/directory.json").toString());
      case "analytics" -> Map.of("OKNO_STREAMS_STATE", data.resolve("streams").toString());
      default -> Map.of();
    };
  }

  @Override
  public void inject(TestInjector injector) {
    Tables tables = new Tables(requireNonNull(postgres), service);
    injector.injectIntoFields(postgres, new TestInjector.MatchesType(Postgres.class));
    injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
    injector.injectIntoFields(topics, new TestInjector.MatchesType(EventTopics.class));
    injector.injectIntoFields(tables, new TestInjector.MatchesType(Tables.class));
  }

  @Override
  public void stop() {
    if (topics != null) {
      topics.close();
    }
    if (broker != null) {
      broker.kill();
    }
    if (postgres != null) {
      postgres.kill();
    }
  }

  /** New for each run: what an earlier one left would be counted. */
  private static Path newFolder(Path target) {
    try {
      return Files.createTempDirectory(Files.createDirectories(target), "engines-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
