package org.okno.bench.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Channel adapters that post requests until they are closed, and retry as the design expects: no
 * response, 429 and 503 mean that the same request is sent again.
 */
public final class ChannelAdapters implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(200);

  private final Services services;
  private final IntFunction<Map<String, Object>> body;
  private final Duration pause;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Queue<String> queue = new ConcurrentLinkedQueue<>();
  private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param count how many post at the same time
   * @param pause of each between a response and its next request
   * @param body of a number's request: 1, 2, 3 …
   */
  public ChannelAdapters(
      Services services, int count, Duration pause, IntFunction<Map<String, Object>> body) {
    this.services = services;
    this.pause = pause;
    this.body = body;
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().start(this::post));
    }
  }

  /** Ids of the requests accepted so far. */
  public Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** The next accepted request that this method has not returned before, or null. */
  public @Nullable String pollAccepted() {
    return queue.poll();
  }

  /** Responses that such an adapter must never get. */
  public Set<String> unexpected() {
    return Set.copyOf(unexpected);
  }

  private void post() {
    try {
      while (!stopping) {
        Map<String, Object> request = body.apply(number.incrementAndGet());
        while (!isAnswered(request)) {
          Thread.sleep(RETRY);
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAnswered(Map<String, Object> request) {
    try {
      Reply reply = services.post("intake", "/v1/requests", request);
      return switch (reply.status()) {
        case 201 -> accept(reply.text("requestId"));
        case 429, 503 -> false;
        default -> {
          unexpected.add("unexpected response " + reply.status() + " " + reply.text("title"));
          yield reply.status() < 500;
        }
      };
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean accept(String requestId) {
    accepted.add(requestId);
    queue.add(requestId);
    return true;
  }

  /** Waits for the last response of each adapter. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
