package org.okno.engines;

import java.nio.file.Path;
import java.util.Optional;
import org.okno.engines.process.ChildProcess;
import org.okno.engines.process.Signal;

/**
 * A part of the stack that runs as a child process.
 *
 * <p>Its data outlives the process: after {@link #stop()} or {@link #kill()}, {@link #start()}
 * continues with the same data.
 */
public abstract class Engine {

  private final Signal stopSignal;
  private final ChildProcess child;

  /**
   * @param stopSignal the signal that stops it gracefully
   */
  protected Engine(String name, Path log, Signal stopSignal) {
    this.child = new ChildProcess(name, log);
    this.stopSignal = stopSignal;
  }

  /**
   * Starts the process and returns when it is ready; does nothing when it already runs.
   *
   * @throws EngineException when it stops or is not ready in time; the message holds the end of its
   *     log
   */
  public abstract void start();

  /** True when it can serve a request now. Never throws. */
  public abstract boolean isReady();

  /** Stops the process gracefully and waits for it; does nothing when it does not run. */
  public final void stop() {
    if (child.stop(stopSignal)) {
      stoppedGracefully();
    }
  }

  /** Runs after a stop that needed no kill. */
  protected void stoppedGracefully() {}

  /**
   * Ends the process and its children at once, as a crash would (SIGKILL), and waits until they are
   * gone.
   */
  public final void kill() {
    child.kill();
  }

  /** Its name in commands: {@code kafka}, {@code intake} … */
  public final String name() {
    return child.name();
  }

  /** The process while it is alive. */
  public final Optional<ProcessHandle> process() {
    return child.handle();
  }

  /** The file that its standard output and standard error are written to. */
  public final Path log() {
    return child.log();
  }

  protected final ChildProcess child() {
    return child;
  }
}
