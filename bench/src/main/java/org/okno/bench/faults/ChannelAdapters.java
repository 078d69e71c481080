package org.okno.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Channel adapters that post requests until they are closed, and retry as the design expects: no
 * response, 429 and 503 mean that the same is sent again.
 */
public final class ChannelAdapters implements AutoCloseable {

  private static final Duration RETRY = Duration.ofMillis(200);

  private final Services services;
  private final IntFunction<? extends Submission> submissions;
  private final Duration pause;
  private final AcceptedRequests accepted;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean stopping;

  /**
   * @param count how many post at the same time
   * @param pause of each between a response and its next request
   * @param submissions what is sent, by its number: 1, 2, 3 …
   * @param accepted collects the ids of what is accepted
   */
  public ChannelAdapters(
      Services services,
      int count,
      Duration pause,
      IntFunction<? extends Submission> submissions,
      AcceptedRequests accepted) {
    this.services = services;
    this.pause = pause;
    this.submissions = submissions;
    this.accepted = accepted;
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().start(this::post));
    }
  }

  /** Responses that such an adapter must never get. */
  public Set<String> unexpected() {
    return Set.copyOf(unexpected);
  }

  /** How many requests were answered with 429 or 503. */
  public int refused() {
    return refused.get();
  }

  private void post() {
    try {
      while (!stopping) {
        Submission submission = submissions.apply(number.incrementAndGet());
        while (!isAnswered(submission)) {
          Thread.sleep(RETRY);
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAnswered(Submission submission) {
    try {
      return switch (submission) {
        case Submission.Single single -> isAnswered(single);
        case Submission.Batch batch -> isAnswered(batch);
      };
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean isAnswered(Submission.Single single) {
    Reply reply = send(single);
    if (reply.status() == 201) {
      accepted.add(reply.text("requestId"));
      return !single.repeated() || isRepeated(single, reply.text("requestId"));
    }
    return mayStop(reply.status(), reply.text("title"));
  }

  /** Whether the same request once more gets the first response; false for no response. */
  private boolean isRepeated(Submission.Single single, String requestId) {
    Reply reply = send(single);
    if (reply.status() != 201) {
      return mayStop(reply.status(), reply.text("title"));
    }
    if (!reply.text("requestId").equals(requestId)) {
      unexpected.add("a repeated request was accepted twice: %s".formatted(requestId));
    }
    return true;
  }

  private Reply send(Submission.Single single) {
    Services adapter = adapter(single.body());
    return single.key() == null
        ? adapter.post("intake", "/v1/requests", single.body())
        : adapter.post("intake", "/v1/requests", single.body(), "Idempotency-Key", single.key());
  }

  private Services adapter(Map<String, Object> body) {
    return services.as(Caller.channel(String.valueOf(body.get("channel"))));
  }

  private boolean isAnswered(Submission.Batch batch) {
    List<JsonNode> rows =
        adapter(batch.bodies().getFirst())
            .postLines("intake", "/v1/requests/batch", batch.bodies());
    boolean complete = rows.size() == batch.bodies().size();
    for (JsonNode row : rows) {
      if (row.path("status").asInt() == 201) {
        accepted.add(row.path("requestId").asText());
      } else {
        String title = row.path("problem").path("title").asText();
        complete &= mayStop(row.path("status").asInt(), title);
      }
    }
    return complete;
  }

  /** Whether the response, which is no acceptance, is final. */
  private boolean mayStop(int status, String title) {
    if (status == 429 || status == 503) {
      refused.incrementAndGet();
      return false;
    }
    unexpected.add("unexpected response %d %s".formatted(status, title));
    return status < 500;
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
