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
  private final Map<UUID, CountDownLatch> awaited = new ConcurrentHashMap<>();

  /** Begins to listen for a case. Look whether it is there after this, not before. */
  public Arrival of(UUID requestId) {
    return new Arrival(requestId, awaited.computeIfAbsent(requestId, id -> new CountDownLatch(1)));
  }

  void tell(Collection<UUID> opened) {
    if (awaited.isEmpty()) {
      return;
    }
    for (UUID requestId : opened) {
      CountDownLatch latch = awaited.remove(requestId);
      if (latch != null) {
        latch.countDown();
      }
    }
  }

  /** One who listens. */
  public final class Arrival implements AutoCloseable {
    private final UUID requestId;
    private final CountDownLatch latch;

    private Arrival(UUID requestId, CountDownLatch latch) {
      this.requestId = requestId;
      this.latch = latch;
    }

    /** Returns when the case is opened by this process, or after so long. */
    public void await(Duration longest) throws InterruptedException {
      latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Two who listen for one case share its latch; whoever stays behind looks now and then. */
    @Override
    public void close() {
      awaited.remove(requestId, latch);
    }
  }
}
