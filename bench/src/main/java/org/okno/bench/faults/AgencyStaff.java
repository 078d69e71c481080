package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.okno.bench.stack.ChannelAdapters;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * An agency that accepts and resolves the needs of accepted requests, and retries after failures.
 */
final class AgencyStaff implements AutoCloseable {

  private static final int PAUSE_MILLIS = 50;

  private final Services services;
  private final ChannelAdapters adapters;
  private final AtomicInteger resolved = new AtomicInteger();
  private final Thread thread;
  private volatile boolean stopping;

  AgencyStaff(Services services, ChannelAdapters adapters) {
    this.services = services;
    this.adapters = adapters;
    this.thread = Thread.ofVirtual().start(this::process);
  }

  /** Needs that the case service shows as resolved. */
  int resolved() {
    return resolved.get();
  }

  private void process() {
    try {
      while (!stopping) {
        String request = adapters.pollAccepted();
        while (request != null && !stopping && !isSettled(request)) {
          Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the next step of the first need; false while there are more. */
  private boolean isSettled(String request) {
    try {
      JsonNode need = services.get("case", "/v1/cases/" + request).body().path("needs").path(0);
      String path = "/v1/cases/" + request + "/needs/" + need.path("needId").asText();
      switch (need.path("status").asText()) {
        case "assigned" -> step(path, "/acceptance", Map.of());
        case "accepted" -> step(path, "/resolution", Map.of("outcome", "helped"));
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

  private void step(String path, String step, Map<String, String> body) {
    Reply read = services.get("case", path);
    if (read.etag() != null) {
      services.post("case", path + step, body, "If-Match", read.etag());
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
  }
}
