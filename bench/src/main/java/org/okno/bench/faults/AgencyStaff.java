package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * An agency's clerk, who accepts and resolves needs as they come, and looks again when it fails.
 */
final class AgencyStaff implements AutoCloseable {

  private static final int PAUSE_MILLIS = 50;

  private final Services services;
  private final Adapters adapters;
  private final AtomicInteger resolved = new AtomicInteger();
  private final Thread thread;
  private volatile boolean stopping;

  AgencyStaff(Services services, Adapters adapters) {
    this.services = services;
    this.adapters = adapters;
    this.thread = Thread.ofVirtual().start(this::work);
  }

  /** Needs that are resolved by their own word. */
  int resolved() {
    return resolved.get();
  }

  private void work() {
    try {
      while (!stopping) {
        String request = adapters.takeFresh();
        while (request != null && !stopping && !isSettled(request)) {
          Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the next step of the first need; false while there is one more to take. */
  private boolean isSettled(String request) {
    try {
      JsonNode need = services.get("case", "/v1/cases/" + request).body().path("needs").path(0);
      String path = "/v1/cases/" + request + "/needs/" + need.path("needId").asText();
      switch (need.path("status").asText()) {
        case "assigned" -> act(path, "/acceptance", Map.of());
        case "accepted" -> act(path, "/resolution", Map.of("outcome", "helped"));
        case "resolved" -> {
          resolved.incrementAndGet();
          return true;
        }
        default -> {
          return need.path("status").asText().equals("in-triage");
        }
      }
    } catch (RuntimeException e) {
      return false;
    }
    return false;
  }

  private void act(String path, String act, Map<String, String> body) {
    Reply read = services.get("case", path);
    if (read.etag() != null) {
      services.post("case", path + act, body, "If-Match", read.etag());
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
  }
}
