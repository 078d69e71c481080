package org.okno.engines.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.kafka.ClientSettings;
import org.okno.engines.process.EngineProperties;
import org.okno.engines.process.Jvm;
import org.okno.engines.process.JvmEngine;

/**
 * A Kafka Connect worker with Debezium on 127.0.0.1, in distributed mode: connectors and their
 * offsets in the journals are stored in Kafka, so it needs no data folder of its own.
 */
public final class Connect extends JvmEngine {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);
  private static final Duration REGISTER_TIMEOUT = Duration.ofSeconds(60);
  private static final List<String> JVM_FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Home home;
  private final Path folder;
  private final ClientSettings kafka;
  private final int port;
  private final Map<String, String> environment;
  private final RestCredentials credentials;

  /**
   * @param folder for the worker's properties
   * @param kafka how the worker connects; a connector has a user of its own
   * @param environment what the connectors refer to as {@code ${env:…}}; only names that begin with
   *     {@code OKNO_} are resolved
   * @param password of its REST interface
   */
  public Connect(
      Home home,
      Path folder,
      ClientSettings kafka,
      int port,
      Map<String, String> environment,
      String password,
      Path log) {
    super(home, "connect", log);
    this.home = home;
    this.folder = folder.toAbsolutePath();
    this.kafka = kafka;
    this.port = port;
    this.environment = Map.copyOf(environment);
    this.credentials = new RestCredentials(password);
  }

  @Override
  public void start() {
    if (!child().isAlive()) {
      Jvm jvm =
          Jvm.engine(
              home,
              ConnectMain.class.getName(),
              JVM_FLAGS,
              writeProperties().toString(),
              credentials.write(folder).toString());
      start(jvm, environment, START_TIMEOUT);
    }
  }

  @Override
  public boolean isReady() {
    return child().isAlive()
        && get("/connectors").map(response -> response.statusCode() == 200).orElse(false);
  }

  /**
   * Registers a connector, or updates a registered one to this configuration. Its name is that of
   * the file, without the extension.
   *
   * @param configuration a JSON file as {@code PUT /connectors/{name}/config} takes it
   * @throws EngineException when Connect refuses it, with its reason
   */
  public void register(Path configuration) {
    String name = configuration.getFileName().toString().replaceFirst("\\.json$", "");
    String body = read(configuration);
    // 409: a rebalance is in progress; Connect asks to retry.
    HttpResponse<String> response =
        Await.until(REGISTER_TIMEOUT, () -> put(name, body), last -> last.statusCode() != 409);
    if (response.statusCode() >= 300) {
      throw new EngineException(
          "Connect refuses the connector %s (%d): %s"
              .formatted(configuration, response.statusCode(), response.body()));
    }
  }

  /** True when the connector and its task run. Never throws. */
  public boolean isRunning(String connector) {
    return status(connector).running();
  }

  /**
   * Waits until the connector and its task run; restarts what fails meanwhile.
   *
   * @throws EngineException when they do not within {@code timeout}
   */
  public void awaitRunning(String connector, Duration timeout) {
    boolean running =
        Await.until(
            timeout,
            () -> {
              restartFailed(connector);
              return isRunning(connector);
            });
    if (!running) {
      throw new EngineException(
          "The connector %s does not run after %d s. See %s and %s/connectors/%s/status"
              .formatted(connector, timeout.toSeconds(), log(), url(), connector));
    }
  }

  /**
   * Restarts the failed tasks of a connector, and itself where it failed. True when something had
   * failed.
   */
  public boolean restartFailed(String connector) {
    if (!status(connector).failed()) {
      return false;
    }
    String path = "/connectors/" + connector + "/restart?includeTasks=true&onlyFailed=true";
    exchange(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    return true;
  }

  /** The address of its REST interface. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private ConnectorStatus status(String connector) {
    return get("/connectors/" + connector + "/status")
        .filter(response -> response.statusCode() == 200)
        .map(response -> ConnectorStatus.parse(response.body()))
        .orElse(ConnectorStatus.UNKNOWN);
  }

  private Optional<HttpResponse<String>> get(String path) {
    try {
      return Optional.of(exchange(request(path).GET().build()));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<String> put(String name, String body) {
    return exchange(
        request("/connectors/" + name + "/config")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** A request to its REST interface, which refuses everybody else. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url().resolve(path))
        .header("Authorization", credentials.header())
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Connect does not respond on " + url(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while calling Connect", e);
    }
  }

  private Path writeProperties() {
    Map<String, String> properties = new HashMap<>(kafka.properties());
    kafka.properties().forEach((name, value) -> properties.put("producer." + name, value));
    properties.remove("producer.sasl.jaas.config");
    properties.put("listeners", "http://127.0.0.1:" + port);
    return EngineProperties.write("/connect.properties", properties, folder);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the connector " + file, e);
    }
  }
}
