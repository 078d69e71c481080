package org.okno.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.Connectors;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.service.CaseRebuild;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;

/** What an operator does to a running stack, and repeats when it fails. */
final class Operator {

  private static final String REBUILD = "org.okno.cases.rebuild.Main";
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final BenchStack bench;
  private final Network network;
  private final Log log;
  private final AtomicInteger imports = new AtomicInteger();

  Operator(BenchStack bench, Network network, Log log) {
    this.bench = bench;
    this.network = network;
    this.log = log;
  }

  /** Deletes a connector and registers it again. */
  void registerAgain(Part service) throws IOException, InterruptedException {
    connectors().delete(service.label());
    Path configuration =
        bench.stack().settings().home().connectors().resolve(service.label() + ".json");
    bench.stack().connect().register(configuration);
  }

  /** Drops a slot while its connector is stopped. */
  void dropSlot(Part service) throws IOException, InterruptedException {
    connectors().stop(service.label());
    try (Connection connection = bench.stack().postgres().connect(service.label());
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_drop_replication_slot('okno_" + service.label() + "')");
    } catch (SQLException e) {
      throw new EngineException("the slot of " + service + " cannot be dropped", e);
    }
    connectors().resume(service.label());
  }

  /** Imports the directory of the local region, one name changed, until that succeeds. */
  void importDirectory() {
    try {
      String document =
          Files.readString(
              bench.stack().settings().home().root().resolve("deploy/local/region/directory.json"));
      String changed =
          document.replaceFirst(
              "\"description\": \"", "\"description\": \"%d ".formatted(imports.incrementAndGet()));
      var body = new ObjectMapper().readTree(changed);
      if (!Await.until(TIMEOUT, () -> isImported(body))) {
        throw new EngineException("the directory cannot be imported");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isImported(Object directory) {
    try {
      Reply reply = bench.as(Caller.ADMINISTRATOR).put("routing", "/v1/directory", directory);
      if (!reply.isOk()) {
        log.say("import: response " + reply.status());
      }
      return reply.isOk();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Rebuilds the case service's tables; kills the rebuild once and runs it again. */
  void rebuild(long killAfterMillis) throws InterruptedException {
    Thread killing =
        Thread.ofVirtual()
            .start(
                () -> {
                  sleep(killAfterMillis);
                  Descendants.kill(REBUILD);
                });
    log.say("rebuild, to be killed: exit code " + rebuildOnce());
    killing.join();
    int exitCode = rebuildOnce();
    if (exitCode != 0) {
      throw new EngineException("the rebuild after a killed one ended with " + exitCode);
    }
  }

  private int rebuildOnce() {
    var settings = bench.stack().settings();
    var environment = new Environment(settings, network.links()).of(Part.CASE);
    return new CaseRebuild(settings.home(), environment)
        .run(line -> log.say("  " + line), "--timeout=60", "--replace");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Connectors connectors() {
    return new Connectors(bench.stack().connect());
  }
}
