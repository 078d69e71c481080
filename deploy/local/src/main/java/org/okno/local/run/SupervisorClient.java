package org.okno.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;

/** Sends commands to the supervisor of a running stack. */
final class SupervisorClient {

  private final RunningStack stack;

  SupervisorClient(RunningStack stack) {
    this.stack = stack;
  }

  /** Returns when the part is ready. */
  void start(Part part) {
    send("POST", "/start/" + part.label());
  }

  /** Returns when the part has ended; it stays down until it is started. */
  void stop(Part part) {
    send("POST", "/stop/" + part.label());
  }

  /**
   * Runs an action while a part is stopped. The part is started again also where Ctrl-C ends this
   * process meanwhile.
   */
  <T> T whileStopped(Part part, Supplier<T> action) {
    Thread restart = new Thread(() -> start(part), "restart");
    Runtime.getRuntime().addShutdownHook(restart);
    try {
      stop(part);
      return action.get();
    } finally {
      start(part);
      Runtime.getRuntime().removeShutdownHook(restart);
    }
  }

  /** The same with an action that has no result. */
  void whileStopped(Part part, Runnable action) {
    whileStopped(
        part,
        () -> {
          action.run();
          return true;
        });
  }

  /** Kills the part as a crash would; it stays down until it is started. */
  void kill(Part part) {
    send("POST", "/kill/" + part.label());
  }

  /** One line a part. */
  String status() {
    return send("GET", "/status");
  }

  private String send(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stack.controlPort() + path))
            .header("Authorization", "Bearer " + stack.controlToken())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new EngineException(response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new EngineException(
          "The supervisor (process %d) does not respond on port %d. If it has died, start the stack with ./okno up."
              .formatted(stack.supervisor().pid(), stack.controlPort()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted", e);
    }
  }
}
