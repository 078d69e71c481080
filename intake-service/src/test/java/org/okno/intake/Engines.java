package org.okno.intake;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
      createDeadLetterTopics(started.broker().bootstrapServers());
      Secrets secrets = Secrets.in(data);
      return Map.of(
          "quarkus.datasource.jdbc.url", started.postgres().url("intake"),
          "quarkus.datasource.username", "okno_intake",
          "quarkus.datasource.password", secrets.owner(Part.INTAKE),
          "kafka.bootstrap.servers", started.broker().bootstrapServers(),
          "OKNO_REPLICATION_PASSWORD", secrets.replication(Part.INTAKE),
          "okno.intake.vault.keyset", data.resolve("keyset.json").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // deploy/topics may have the topics of consumers that do not exist any more.
  private static void createDeadLetterTopics(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      admin
          .createTopics(
              Stream.of("intake-directory.okno.directory.dlq", "intake-cases.okno.cases.dlq")
                  .filter(name -> !existing.contains(name))
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    stack().stop();
  }
}
