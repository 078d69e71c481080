package org.okno.testkit;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/**
 * A real PostgreSQL and a real Kafka with Okno's topics for the tests of one service, empty at each
 * run: {@code @QuarkusTestResource(value = ServiceEngines.class, initArgs = @ResourceArg(name =
 * "service", value = "case"))}. The service has the configuration that it has in the local stack.
 *
 * <p>Injected into fields of the test by their type: {@link Postgres}, {@link Broker}, {@link
 * EventTopics}, {@link Tables}, {@link Tokens}.
 */
public final class ServiceEngines implements QuarkusTestResourceLifecycleManager {
  private String service = "";
  private @Nullable Stack stack;
  private @Nullable EventTopics topics;

  @Override
  public void init(Map<String, String> arguments) {
    service = requireNonNull(arguments.get("service"), "the argument 'service'");
  }

  @Override
  public Map<String, String> start() {
    Home home = Home.find();
    Settings settings =
        Settings.of(
                home, newFolder(home.root().resolve(service + "-service/target")), Ports.random())
            .only(EnumSet.of(Part.POSTGRES, Part.KAFKA));
    Stack engines = new Stack(settings);
    stack = engines;
    engines.start(Progress.silent());
    topics = new EventTopics(engines.broker().administrator());
    Map<String, String> properties =
        properties(new Environment(settings).of(Part.valueOf(service.toUpperCase(Locale.ROOT))));
    properties.put(Tokens.PORT, String.valueOf(settings.ports().issuer()));
    properties.put(Tokens.FOLDER, settings.identity().toString());
    return properties;
  }

  /** A variable by its own name, as other properties refer to it, and as the property it sets. */
  private static Map<String, String> properties(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>();
    environment.forEach(
        (variable, value) -> {
          if (!variable.startsWith("QUARKUS_HTTP_")) { // a test has its own port
            properties.put(variable, value);
            properties.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return properties;
  }

  @Override
  public void inject(TestInjector injector) {
    Stack engines = requireNonNull(stack);
    Tables tables = new Tables(engines.postgres(), service);
    injector.injectIntoFields(engines.postgres(), new TestInjector.MatchesType(Postgres.class));
    injector.injectIntoFields(engines.broker(), new TestInjector.MatchesType(Broker.class));
    injector.injectIntoFields(topics, new TestInjector.MatchesType(EventTopics.class));
    injector.injectIntoFields(
        new Tokens(engines.settings().localIssuer()), new TestInjector.MatchesType(Tokens.class));
    injector.injectIntoFields(tables, new TestInjector.MatchesType(Tables.class));
  }

  @Override
  public void stop() {
    if (topics != null) {
      topics.close();
    }
    if (stack != null) {
      stack.broker().kill();
      stack.postgres().kill();
      stack.issuer().stop();
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
