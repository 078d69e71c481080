package org.okno.bench.faults;

import org.okno.engines.stack.Part;

/** What can go wrong with a stack. */
sealed interface Fault {

  /**
   * {@code kill -9} of a process and its children; it is started again.
   *
   * @param downMillis how long it stays away
   */
  record Kill(Part part, long downMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of %s, started again after %d ms".formatted(part.label(), downMillis);
    }
  }

  /** A process that stands still with its connections open: SIGSTOP, later SIGCONT. */
  record Pause(Part part, int seconds) implements Fault {
    @Override
    public String toString() {
      return "%s stands still for %d s".formatted(part.label(), seconds);
    }
  }

  /** The broker killed and started with an empty page cache. */
  record ColdBroker() implements Fault {
    @Override
    public String toString() {
      return "kill -9 of kafka, started with an empty page cache";
    }
  }

  /** A connector deleted and registered again; its slot stays. */
  record NewConnector(Part service) implements Fault {
    @Override
    public String toString() {
      return "connector of %s deleted and registered again".formatted(service.label());
    }
  }
}
