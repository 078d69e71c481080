package org.okno.engines.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;
import org.okno.engines.process.JvmEngine;
import org.okno.engines.process.Priority;

/** One of Okno's services, as its build leaves it. Ready when its readiness check says so. */
public final class ServiceProcess extends JvmEngine {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);

  /** The last two are what the fast jar's own launcher and its manifest set. */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final Path folder;
  private final URI url;
  private final Map<String, String> environment;

  /**
   * @param name of the service, without {@code -service}
   * @param url where it will listen, as the environment tells it
   */
  public ServiceProcess(
      Home home,
      String name,
      URI url,
      Map<String, String> environment,
      Path log,
      Priority priority) {
    super(home, name, log, priority);
    this.folder = home.serviceFolder(name);
    this.url = url;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void start() {
    if (!Files.isDirectory(folder)) {
      throw new EngineException(
          name() + " is not built: " + folder + " is missing. Run: ./mvnw package -DskipTests");
    }
    start(jvm(), environment, START_LIMIT);
  }

  @Override
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .GET()
            .build();
    try {
      return child().isAlive()
          && http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The jars of Quarkus' fast jar on an ordinary class path, since the JVM learns only about
   * classes that its own class loader loads. Classes that the build transformed come before their
   * originals.
   */
  private Jvm jvm() {
    List<Path> classPath =
        Stream.concat(
                Stream.of("transformed-bytecode.jar", "generated-bytecode.jar")
                    .map(folder.resolve("quarkus")::resolve)
                    .filter(Files::exists),
                Stream.of("app", "lib/boot", "lib/main")
                    .map(folder::resolve)
                    .flatMap(some -> Home.jars(some).stream()))
            .toList();
    return new Jvm(JVM_FLAGS, classPath, "io.quarkus.runner.GeneratedMain", List.of());
  }
}
