package org.okno.bench.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.okno.engines.connect.Connect;

/** An operator's actions on a connector by Connect's REST interface. */
public final class Connectors {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Connect connect;

  public Connectors(Connect connect) {
    this.connect = connect;
  }

  /** Stops it, so that it releases its replication slot; its offset is kept. */
  public void stop(String name) throws IOException, InterruptedException {
    change("PUT", name + "/stop");
    while (connect.isRunning(name)) {
      Thread.sleep(50);
    }
  }

  public void resume(String name) throws IOException, InterruptedException {
    change("PUT", name + "/resume");
    connect.awaitRunning(name, TIMEOUT);
  }

  /** Deletes it; its replication slot and its offset are kept. */
  public void delete(String name) throws IOException, InterruptedException {
    change("DELETE", name);
  }

  private void change(String method, String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          connect
              .request("/connectors/" + path)
              .method(method, BodyPublishers.noBody())
              .timeout(TIMEOUT)
              .build();
      int status = http.send(request, BodyHandlers.ofString()).statusCode();
      if (status >= 300 && status != 404) {
        throw new IOException(method + " of connector " + path + ": response " + status);
      }
    }
  }
}
