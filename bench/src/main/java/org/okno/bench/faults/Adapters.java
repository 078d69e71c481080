package org.okno.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.okno.bench.region.Questionnaires;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** Careful channel adapters: no answer, 429 or 503 means send the very same again. */
final class Adapters implements AutoCloseable {

  private static final int COUNT = 8;
  private static final int RETRY_MILLIS = 200;

  private final Services services;
  private final Questionnaires codes;
  private final int pauseMillis;
  private final String prefix = "fault-" + System.nanoTime();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, String> acceptedAs = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> fresh = new ConcurrentLinkedQueue<>();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param rate posts a second while all is well, at most
   */
  Adapters(Services services, Questionnaires codes, int rate) {
    this.services = services;
    this.codes = codes;
    this.pauseMillis = 1000 * COUNT / rate;
    for (int i = 0; i < COUNT; i++) {
      threads.add(Thread.ofVirtual().start(this::send));
    }
  }

  /** Request ids of what was accepted. */
  Set<String> accepted() {
    return Set.copyOf(acceptedAs.values());
  }

  /** An accepted request that nobody took from here yet, or null. */
  @Nullable String takeFresh() {
    return fresh.poll();
  }

  /** Answers that a careful adapter should never see. */
  Set<String> surprises() {
    return Set.copyOf(surprises);
  }

  private void send() {
    try {
      while (!stopping) {
        int mine = number.incrementAndGet();
        while (!isSettled(prefix + "-" + mine, "%07d".formatted(mine))) {
          Thread.sleep(RETRY_MILLIS);
        }
        Thread.sleep(pauseMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSettled(String externalId, String phone) {
    try {
      Reply reply = services.post("intake", "/v1/requests", codes.body(externalId, phone));
      return switch (reply.status()) {
        case 201 -> accept(externalId, reply.text("requestId"));
        case 429, 503 -> false;
        default -> {
          surprises.add("answered " + reply.status() + " " + reply.text("title"));
          yield reply.status() < 500;
        }
      };
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean accept(String externalId, String requestId) {
    acceptedAs.put(externalId, requestId);
    fresh.add(requestId);
    return true;
  }

  /** Ends when each adapter has its last answer. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
