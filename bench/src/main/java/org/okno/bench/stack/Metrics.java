package org.okno.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The metrics of a service at {@code /q/metrics}. */
final class Metrics {

  private Metrics() {}

  static String read(URI service) {
    // An upgrade attempt to HTTP/2 fails occasionally.
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(
              HttpRequest.newBuilder(service.resolve("/q/metrics"))
                  .header("Accept", "text/plain")
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException("No metrics at " + service, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** How many series it has. */
  static long series(String metrics) {
    return metrics.lines().filter(line -> !line.startsWith("#")).count();
  }

  /** The sum over all lines of a metric with this label. */
  static double sum(String metrics, String name, String label) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
