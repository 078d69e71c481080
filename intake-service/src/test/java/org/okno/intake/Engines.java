package org.okno.intake;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Secrets;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** Real PostgreSQL and Kafka for the time of the tests. */
public final class Engines implements QuarkusTestResourceLifecycleManager {
  private static @Nullable Stack stack;

  static Stack stack() {
    return requireNonNull(stack, "the engines are not started");
  }

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("okno-intake-it");
      Stack started =
          new Stack(
              Settings.of(Home.find(), data, Ports.random())
                  .only(EnumSet.of(Part.POSTGRES, Part.KAFKA)));
      stack = started;
      started.start(Progress.silent());
      Secrets secrets = Secrets.in(data);
      return Map.of(
          "quarkus.datasource.jdbc.url", started.postgres().url("intake"),
          "quarkus.datasource.username", "okno_intake",
          "quarkus.datasource.password", secrets.owner(Part.INTAKE),
          "kafka.bootstrap.servers", started.broker().bootstrapServers(),
          "OKNO_REPLICATION_PASSWORD", secrets.replication(Part.INTAKE),
          "okno.vault.keyset", data.resolve("keyset.json").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    stack().stop();
  }
}
