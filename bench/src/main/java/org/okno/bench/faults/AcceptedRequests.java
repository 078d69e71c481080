package org.okno.bench.faults;

import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Ids of the requests that intake confirmed; each is given to agency staff once. */
public final class AcceptedRequests {

  private static final int ERASED_EVERY = 20;

  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final Queue<String> forStaff = new ConcurrentLinkedQueue<>();
  private final Queue<String> forErasure = new ConcurrentLinkedQueue<>();

  void add(String requestId) {
    if (ids.add(requestId)) {
      forStaff.add(requestId);
      if (ids.size() % ERASED_EVERY == 0) {
        forErasure.add(requestId);
      }
    }
  }

  /** All of them. */
  public Set<String> all() {
    return Set.copyOf(ids);
  }

  /** How many there are. */
  public int size() {
    return ids.size();
  }

  /** The next that no staff has processed. */
  Optional<String> nextForStaff() {
    return Optional.ofNullable(forStaff.poll());
  }

  /** The next whose applicant asks to be erased: one in twenty. */
  Optional<String> nextForErasure() {
    return Optional.ofNullable(forErasure.poll());
  }
}
