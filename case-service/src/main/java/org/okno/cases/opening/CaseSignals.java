package org.okno.cases.opening;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Signals to those who wait for a case that this process has opened it. */
@Singleton
public class CaseSignals {
  private final Map<UUID, Listeners> listeners = new ConcurrentHashMap<>();

  /** All who wait for one case; the map keeps them as long as there are any. */
  private record Listeners(CountDownLatch opened, int number) {

    Listeners more(int change) {
      return new Listeners(opened, number + change);
    }
  }

  /** One who waits. */
  public final class Listener implements AutoCloseable {
    private final UUID requestId;
    private final CountDownLatch opened;

    private Listener(UUID requestId, CountDownLatch opened) {
      this.requestId = requestId;
      this.opened = opened;
    }

    /** Returns when this process has opened the case, or after the timeout. */
    public void await(Duration timeout) throws InterruptedException {
      opened.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
      listeners.computeIfPresent(
          requestId,
          (id, now) -> now.opened() != opened ? now : now.number() == 1 ? null : now.more(-1));
    }
  }

  /** Begins to listen for a case. Query whether it exists after this, not before. */
  public Listener listen(UUID requestId) {
    Listeners now =
        listeners.compute(
            requestId,
            (id, before) ->
                before == null ? new Listeners(new CountDownLatch(1), 1) : before.more(1));
    return new Listener(requestId, now.opened());
  }

  /** To be called after the commit. */
  void opened(Collection<UUID> requestIds) {
    for (UUID requestId : requestIds) {
      Listeners waiting = listeners.remove(requestId);
      if (waiting != null) {
        waiting.opened().countDown();
      }
    }
  }

  int awaitedCases() {
    return listeners.size();
  }
}
