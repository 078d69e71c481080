package org.okno.engines.process;

import java.nio.file.Path;
import java.util.Optional;
import org.okno.engines.Engine;

/** An engine that is one child process. */
public abstract class ProcessEngine implements Engine {

  private final Signal end;
  private final ChildProcess child;

  /**
   * @param end what the process is asked to end with
   */
  protected ProcessEngine(String name, Path log, Signal end) {
    this.child = new ChildProcess(name, log);
    this.end = end;
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
    if (child.stop(end)) {
      endedInGoodOrder();
    }
  }

  /** Runs after a stop that needed no kill. */
  protected void endedInGoodOrder() {}

  @Override
  public final void kill() {
    child.kill();
  }
}
