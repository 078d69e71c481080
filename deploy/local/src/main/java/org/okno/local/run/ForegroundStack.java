package org.okno.local.run;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/** A stack that lives as long as this process. */
final class ForegroundStack {

  /** The parts on the way of the directory from routing to intake. */
  private static final Set<Part> DIRECTORY_WAY =
      EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.CONNECT, Part.ROUTING, Part.INTAKE);

  private final Settings settings;
  private final Console console;
  private final StateFile file;
  private final Stack stack;
  private final Supervisor supervisor;
  private final SupervisorEndpoint endpoint;
  private final Map<Part, CompletableFuture<Void>> ready = new EnumMap<>(Part.class);
  private volatile RunningStack.Phase phase = RunningStack.Phase.STARTING;

  ForegroundStack(Settings settings, Console console) throws IOException {
    this.settings = settings;
    this.console = console;
    this.file = new StateFile(settings.data());
    this.stack = new Stack(settings);
    this.supervisor = new Supervisor(stack, console::print, this::writeState);
    this.endpoint = new SupervisorEndpoint(supervisor);
    for (Part part : Part.values()) {
      ready.put(part, new CompletableFuture<>());
    }
  }

  /** Returns when the start failed; otherwise runs until the process is stopped. */
  int run() throws InterruptedException {
    writeState();
    Thread stop = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      long begin = System.nanoTime();
      console.print("Starting Okno; data in " + settings.data());
      CompletableFuture<Void> directory = directory();
      stack.start(new StateWritingProgress());
      await(directory);
      phase = RunningStack.Phase.READY;
      writeState();
      console.table(settings);
      console.print(
          "Ready after %.1f s. Ctrl-C stops it.".formatted((System.nanoTime() - begin) / 1e9));
    } catch (EngineException e) {
      if (!stack.isStopping()) {
        console.print(String.valueOf(e.getMessage()));
      }
      return 1;
    }
    supervisor.watch();
    return 0;
  }

  /**
   * Completes when intake has the directory: before that it would refuse the first requests of a
   * new stack. It is asked as soon as the parts on that way are ready, beside the start of the
   * others.
   */
  private CompletableFuture<Void> directory() {
    return settings.parts().containsAll(DIRECTORY_WAY)
        ? CompletableFuture.allOf(
                DIRECTORY_WAY.stream().map(this::readiness).toArray(CompletableFuture[]::new))
            .thenRunAsync(this::awaitDirectory, Thread::startVirtualThread)
        : CompletableFuture.completedFuture(null);
  }

  private static void await(CompletableFuture<Void> step) {
    try {
      step.join();
    } catch (CompletionException e) {
      throw new EngineException(
          String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()), e);
    }
  }

  private CompletableFuture<Void> readiness(Part part) {
    return Objects.requireNonNull(ready.get(part));
  }

  private void awaitDirectory() {
    try (Services services = Services.of(settings)) {
      services.as(Caller.ADMINISTRATOR).awaitDirectory();
    }
    console.step("intake has the directory");
  }

  private void stop() {
    supervisor.stopWatching();
    endpoint.close();
    if (settings.parts().stream().anyMatch(part -> stack.part(part).process().isPresent())) {
      console.print("Stopping …");
    }
    console.await(CompletableFuture.runAsync(stack::stop));
    file.delete();
  }

  private void writeState() {
    Map<Part, LiveProcess> processes = new EnumMap<>(Part.class);
    for (Part part : settings.parts()) {
      stack.part(part).process().ifPresent(process -> processes.put(part, LiveProcess.of(process)));
    }
    synchronized (file) {
      file.write(
          new RunningStack(
              LiveProcess.of(ProcessHandle.current()),
              phase,
              settings.host(),
              settings.ports(),
              endpoint.port(),
              endpoint.token(),
              processes));
    }
  }

  /**
   * Updates the state file with each part, so that it is complete should this process be killed.
   */
  private final class StateWritingProgress implements Progress {
    @Override
    public void starting(Part part) {
      console.starting(part);
    }

    @Override
    public void ready(Part part, Duration took) {
      writeState();
      console.ready(part, took);
      readiness(part).complete(null);
    }

    @Override
    public void step(String what) {
      console.step(what);
    }
  }
}
