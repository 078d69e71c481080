package org.okno.engines;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of the stack that runs as a process of its own.
 *
 * <p>Its data outlives the process: after {@link #stop()} or {@link #kill()}, {@link #start()}
 * continues with the same data.
 */
public interface Engine {

  /** The name people use for it: {@code kafka}, {@code intake} … */
  String name();

  /**
   * Starts the process and returns when it is ready; does nothing when it already runs.
   *
   * @throws EngineException when it stops or is not ready in time; the message holds the end of its
   *     log
   */
  void start();

  /** Stops the process gracefully and waits for it; does nothing when it does not run. */
  void stop();

  /**
   * Ends the process and its children at once, as a crash would (SIGKILL), and waits until they are
   * gone.
   */
  void kill();

  /** True when it can serve a request now. Never throws. */
  boolean isReady();

  /** The process while it is alive. */
  Optional<ProcessHandle> process();

  /** The file that its standard output and standard error are written to. */
  Path log();
}
