package org.okno.engines.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with all its children. */
public final class ProcessTree {

  private ProcessTree() {}

  /**
   * Sends SIGKILL to the process, then to its children, and waits (at most 10 s) until all are
   * gone.
   */
  public static void kill(ProcessHandle top) {
    List<ProcessHandle> all = Stream.concat(Stream.of(top), top.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, 10, TimeUnit.SECONDS)
        .join();
  }
}
