package org.okno.engines.process;

import java.io.IOException;
import org.okno.engines.EngineException;

/** The signal that stops a process. */
public enum Signal {
  /** Stops a JVM gracefully. */
  TERMINATE("TERM"),
  /** PostgreSQL's fast shutdown: it ends its sessions and then itself. */
  INTERRUPT("INT");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  void send(ProcessHandle process) {
    try {
      // Java itself can only send TERM and KILL; the shell's own kill is there on every Unix.
      new ProcessBuilder("sh", "-c", "kill -" + word + " " + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new EngineException(
          "Cannot signal process " + process.pid() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
