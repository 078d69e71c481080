package org.okno.messaging;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** A real PostgreSQL and a real Kafka. */
public class MessagingEngines implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "only-for-tests";
  private @Nullable Stack stack;

  @Override
  public Map<String, String> start() {
    Path module = Home.find().root().resolve("libs/messaging");
    Stack engines =
        new Stack(
            Settings.of(Home.find(), newFolder(module.resolve("target")), Ports.random())
                .only(EnumSet.of(Part.POSTGRES, Part.KAFKA)));
    stack = engines;
    engines.start(Progress.silent());
    engines.broker().createTopics(module.resolve("src/test/resources/topics.json"));
    engines.postgres().createDatabase("messaging", "okno_messaging", PASSWORD);
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.datasource.jdbc.url", engines.postgres().url("messaging"));
    properties.put("quarkus.datasource.username", "okno_messaging");
    properties.put("quarkus.datasource.password", PASSWORD);
    properties.put("OKNO_REPLICATION_PASSWORD", PASSWORD);
    engines
        .broker()
        .administrator()
        .properties()
        .forEach((name, value) -> properties.put("kafka." + name, value));
    return properties;
  }

  @Override
  public void inject(TestInjector injector) {
    Stack engines = requireNonNull(stack);
    injector.injectIntoFields(engines.postgres(), new TestInjector.MatchesType(Postgres.class));
    injector.injectIntoFields(engines.broker(), new TestInjector.MatchesType(Broker.class));
  }

  @Override
  public void stop() {
    if (stack != null) {
      stack.broker().kill();
      stack.postgres().kill();
    }
  }

  private static Path newFolder(Path target) {
    try {
      return Files.createTempDirectory(Files.createDirectories(target), "engines-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
