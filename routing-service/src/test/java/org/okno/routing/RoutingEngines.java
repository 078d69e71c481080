package org.okno.routing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.okno.engines.Home;
import org.okno.engines.kafka.Broker;
import org.okno.engines.postgres.Postgres;

/** A PostgreSQL and a broker for the tests of this service, empty at each run. */
public final class RoutingEngines implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "for-tests-only";

  private final Home home = Home.find();
  private final Path folder = newFolder(home.root().resolve("routing-service/target/it"));
  private final Postgres postgres =
      new Postgres(
          home, folder.resolve("postgres"), freePort(), PASSWORD, folder.resolve("postgres.log"));
  private final Broker broker =
      new Broker(home, folder.resolve("kafka"), freePort(), folder.resolve("kafka.log"));

  @Override
  public Map<String, String> start() {
    postgres.start();
    postgres.createDatabase("routing", "okno_routing", PASSWORD);
    broker.start();
    return Map.of(
        "quarkus.http.test-port",
        "0",
        "quarkus.datasource.jdbc.url",
        postgres.url("routing"),
        "quarkus.datasource.password",
        PASSWORD,
        "kafka.bootstrap.servers",
        broker.bootstrapServers(),
        "OKNO_REPLICATION_PASSWORD",
        PASSWORD,
        "okno.directory.seed",
        home.root().resolve("deploy/local/region/directory.json").toString());
  }

  @Override
  public void stop() {
    broker.stop();
    postgres.stop();
  }

  private static Path newFolder(Path parent) {
    try {
      Files.createDirectories(parent);
      return Files.createTempDirectory(parent, "run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
