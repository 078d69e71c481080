package org.okno.engines.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.okno.engines.Home;
import org.okno.engines.process.JvmEngine;
import org.okno.engines.process.Priority;

/** One of Okno's services, as built. Ready when its readiness check passes. */
public final class ServiceProcess extends JvmEngine {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(180);

  /**
   * Seven processes share this machine: with a thread for each processor in each of them, they
   * would mostly preempt each other.
   */
  private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-Djdk.virtualThreadScheduler.parallelism=" + PROCESSORS,
          "-Dquarkus.vertx.event-loops-pool-size=" + PROCESSORS);
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final FastJar jar;
  private final URI url;
  private final Supplier<Map<String, String>> environment;

  /**
   * @param name of the service, without {@code -service}
   * @param url its address, which the environment must match
   * @param environment asked at each start
   */
  public ServiceProcess(
      Home home,
      String name,
      URI url,
      Supplier<Map<String, String>> environment,
      Path log,
      Priority priority) {
    super(home, name, log, priority);
    this.jar = new FastJar(home, name);
    this.url = url;
    this.environment = environment;
  }

  @Override
  public void start() {
    start(Map.of());
  }

  /**
   * The same with more environment variables, for this run only; such as {@code LD_PRELOAD} of a
   * library that changes its time.
   */
  public void start(Map<String, String> more) {
    Map<String, String> both = new HashMap<>(environment.get());
    both.putAll(more);
    start(jar.jvm(JVM_FLAGS, MAIN), both, START_TIMEOUT);
  }

  /** The address it serves. */
  public URI url() {
    return url;
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
}
