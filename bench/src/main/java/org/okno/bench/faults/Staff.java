package org.okno.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Everybody who works with the requests: agencies, dispatchers, and who erases persons. They retry
 * after failures, and record each step whose response was a success.
 */
final class Staff implements AutoCloseable {

  private static final int AGENCIES = 4;
  private static final int PAUSE_MILLIS = 50;
  // Less often than persons ask for it, so that a fault during erasures finds some.
  private static final int ERASURE_PAUSE_MILLIS = 1000;

  private final Set<StaffStep> confirmed = ConcurrentHashMap.newKeySet();
  private final AcceptedRequests accepted;
  private final Erasure erasure;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  Staff(Services services, AcceptedRequests accepted) {
    this.accepted = accepted;
    this.erasure = new Erasure(services, this);
    AgencyWork agency = new AgencyWork(services, this);
    for (int i = 0; i < AGENCIES; i++) {
      start(() -> accepted.nextForStaff().ifPresent(id -> retry(() -> agency.isDone(id))));
    }
    DispatcherWork dispatcher = new DispatcherWork(services, this);
    start(() -> attempt(dispatcher::isDone));
    start(this::eraseOne, ERASURE_PAUSE_MILLIS);
  }

  /** Erases the applicants who asked for it by now. */
  void eraseAll() {
    boolean more = true;
    while (more) {
      more = eraseOne();
    }
  }

  private boolean eraseOne() {
    Optional<String> next = accepted.nextForErasure();
    next.ifPresent(id -> retry(() -> erasure.isDone(id)));
    return next.isPresent();
  }

  /** Steps that were answered with a success. */
  Set<StaffStep> confirmed() {
    return Set.copyOf(confirmed);
  }

  /** Posts a step as somebody; records the steps it was when it succeeded. */
  void post(
      Services caller,
      String service,
      String path,
      Map<String, ?> body,
      String etag,
      List<StaffStep> steps) {
    Reply reply = caller.post(service, path, body, "If-Match", etag);
    if (reply.isOk()) {
      confirmed.addAll(steps);
    }
  }

  void confirm(StaffStep step) {
    confirmed.add(step);
  }

  /** Part of a step that may have to be done again. */
  interface Work {
    boolean isDone();
  }

  private void retry(Work work) {
    while (!stopping && !attempt(work)) {
      pause(PAUSE_MILLIS);
    }
  }

  /** No response and a rejection are both followed by another attempt. */
  private static boolean attempt(Work work) {
    try {
      return work.isDone();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void start(Runnable work) {
    start(work, PAUSE_MILLIS);
  }

  private void start(Runnable work, int pauseMillis) {
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!stopping) {
                    work.run();
                    pause(pauseMillis);
                  }
                }));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the last response of each. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
