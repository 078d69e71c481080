package org.okno.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Requests that keep coming, from adapters that are as careful as the design expects: no answer, or
 * 503, means send the same again.
 */
final class Flow implements AutoCloseable {
  private static final int ADAPTERS = 4;

  private final Services services;
  private final Requests requests;
  private final String name;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final List<Thread> adapters = new ArrayList<>();
  private volatile boolean stopping;

  Flow(Services services, Requests requests, String name) {
    this.services = services;
    this.requests = requests;
    this.name = name;
    for (int i = 0; i < ADAPTERS; i++) {
      adapters.add(Thread.ofVirtual().start(this::send));
    }
  }

  private void send() {
    while (!stopping) {
      Map<String, Object> body = requests.good(name + "-" + next.incrementAndGet());
      while (!isAccepted(body)) {
        sleep(200);
      }
      sleep(10);
    }
  }

  private boolean isAccepted(Map<String, Object> body) {
    try {
      Reply reply = services.post("intake", "/v1/requests", body);
      if (reply.status() == 201) {
        accepted.add(reply.text("requestId"));
        return true;
      }
      if (reply.status() != 503) {
        surprises.add("answered " + reply.status());
      }
      return false;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Ids of what was accepted so far. */
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Answers that no careful adapter should ever see. */
  Set<String> surprises() {
    return Set.copyOf(surprises);
  }

  /** Ends after each adapter has its last answer. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    for (Thread adapter : adapters) {
      adapter.join();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
