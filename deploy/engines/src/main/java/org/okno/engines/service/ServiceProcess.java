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
import java.util.Optional;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.process.ChildProcess;
import org.okno.engines.process.Command;
import org.okno.engines.process.Signal;

/**
 * One of Okno's services, from the runnable jar that its build makes. Ready when its readiness
 * check says so.
 */
public final class ServiceProcess implements Engine {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final List<String> JVM_FLAGS =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final Path jar;
  private final URI url;
  private final Map<String, String> environment;
  private final ChildProcess child;

  /**
   * @param jar {@code quarkus-run.jar}
   * @param url where it will listen, as the environment tells it
   */
  public ServiceProcess(String name, Path jar, URI url, Map<String, String> environment, Path log) {
    this.jar = jar;
    this.url = url;
    this.environment = Map.copyOf(environment);
    this.child = new ChildProcess(name, log);
  }

  @Override
  public String name() {
    return child.name();
  }

  @Override
  public Path log() {
    return child.log();
  }

  @Override
  public Optional<ProcessHandle> process() {
    return child.handle();
  }

  @Override
  public void start() {
    if (!Files.exists(jar)) {
      throw new EngineException(
          name() + " is not built: " + jar + " is missing. Run: ./mvnw package -DskipTests");
    }
    child.start(Command.jar(jar, JVM_FLAGS), environment, START_LIMIT, this::isReady);
  }

  @Override
  public void stop() {
    child.stop(Signal.TERMINATE);
  }

  @Override
  public void kill() {
    child.kill();
  }

  @Override
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .GET()
            .build();
    try {
      return child.isAlive()
          && http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
