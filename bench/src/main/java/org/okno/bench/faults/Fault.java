package org.okno.bench.faults;

import org.okno.engines.stack.Part;

/** A fault of a stack. */
sealed interface Fault {

  /**
   * {@code kill -9} of a process and its children; it is started again.
   *
   * @param downMillis how long it stays down
   */
  record Kill(Part part, long downMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of %s, started again after %d ms".formatted(part.label(), downMillis);
    }
  }

  /** A suspended process with open connections: SIGSTOP, later SIGCONT. */
  record Pause(Part part, int seconds) implements Fault {
    @Override
    public String toString() {
      return "%s suspended for %d s".formatted(part.label(), seconds);
    }
  }

  /** The broker killed and started with an empty page cache. */
  record ColdBroker() implements Fault {
    @Override
    public String toString() {
      return "kill -9 of kafka, started with an empty page cache";
    }
  }

  /** A connector deleted and registered again; its slot is kept. */
  record NewConnector(Part service) implements Fault {
    @Override
    public String toString() {
      return "connector of %s deleted and registered again".formatted(service.label());
    }
  }
}
