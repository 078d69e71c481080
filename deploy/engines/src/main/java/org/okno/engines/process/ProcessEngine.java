package org.okno.engines.process;

import java.nio.file.Path;
import java.util.Optional;
import org.okno.engines.Engine;

/** An engine that is one child process. */
public abstract class ProcessEngine implements Engine {

  private final Signal stopSignal;
  private final ChildProcess child;

  /**
   * @param stopSignal the signal that stops it gracefully
   */
  protected ProcessEngine(String name, Path log, Signal stopSignal) {
    this.child = new ChildProcess(name, log);
    this.stopSignal = stopSignal;
  }

  protected final ChildProcess child() {
    return child;
  }

  @Override
  public final String name() {
    return child.name();
  }

  @Override
  public final Path log() {
    return child.log();
  }

  @Override
  public final Optional<ProcessHandle> process() {
    return child.handle();
  }

  @Override
  public final void stop() {
    if (child.stop(stopSignal)) {
      stoppedGracefully();
    }
  }

  /** Runs after a stop that needed no kill. */
  protected void stoppedGracefully() {}

  @Override
  public final void kill() {
    child.kill();
  }
}
