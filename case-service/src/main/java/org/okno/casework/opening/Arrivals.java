package org.okno.casework.opening;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes those who wait for a case, as soon as this process has opened it. */
@Singleton
public class Arrivals {
  private final Map<UUID, Listeners> awaited = new ConcurrentHashMap<>();

  /** All who wait for one case; the map keeps them as long as there are any. */
  private record Listeners(CountDownLatch opened, int number) {

    Listeners more(int change) {
      return new Listeners(opened, number + change);
    }
  }

  /** One who waits. */
  public final class Arrival implements AutoCloseable {
    private final UUID requestId;
    private final CountDownLatch opened;

    private Arrival(UUID requestId, CountDownLatch opened) {
      this.requestId = requestId;
      this.opened = opened;
    }

    /** Returns when the case is opened by this process, or after so long. */
    public void await(Duration longest) throws InterruptedException {
      opened.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
      awaited.computeIfPresent(
          requestId,
          (id, now) -> now.opened() != opened ? now : now.number() == 1 ? null : now.more(-1));
    }
  }

  /** Begins to listen for a case. Look whether it is there after this, not before. */
  public Arrival of(UUID requestId) {
    Listeners listeners =
        awaited.compute(
            requestId,
            (id, now) -> now == null ? new Listeners(new CountDownLatch(1), 1) : now.more(1));
    return new Arrival(requestId, listeners.opened());
  }

  /** To be called after the commit. */
  void tell(Collection<UUID> opened) {
    for (UUID requestId : opened) {
      Listeners listeners = awaited.remove(requestId);
      if (listeners != null) {
        listeners.opened().countDown();
      }
    }
  }

  int awaitedCases() {
    return awaited.size();
  }
}
