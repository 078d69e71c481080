package org.okno.local.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** A stack that lives as long as this process. */
final class Foreground {

  private final Settings settings;
  private final Console console;
  private final StateFile file;
  private final Stack stack;
  private final Supervisor supervisor;
  private final Control control;
  private volatile RunningStack.Phase phase = RunningStack.Phase.STARTING;

  Foreground(Settings settings, Console console) throws IOException {
    this.settings = settings;
    this.console = console;
    this.file = new StateFile(settings.data());
    this.stack = new Stack(settings);
    this.supervisor = new Supervisor(stack, console::say, this::record);
    this.control = new Control(supervisor);
  }

  /** Returns when the start failed; otherwise runs until the process is told to end. */
  int run() throws InterruptedException {
    record();
    Thread end = new Thread(this::end, "end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      long begin = System.nanoTime();
      console.say("Starting Okno; data in " + settings.data());
      stack.start(new Recording(console, this::record));
      phase = RunningStack.Phase.READY;
      record();
      console.table(settings);
      console.say(
          "Ready after %.1f s. Ctrl-C stops it.".formatted((System.nanoTime() - begin) / 1e9));
    } catch (EngineException e) {
      if (!stack.isStopping()) {
        console.say(String.valueOf(e.getMessage()));
      }
      return 1;
    }
    supervisor.watch();
    return 0;
  }

  private void end() {
    supervisor.end();
    control.close();
    if (settings.parts().stream().anyMatch(part -> stack.part(part).process().isPresent())) {
      console.say("Stopping …");
    }
    SlowStop.await(CompletableFuture.runAsync(stack::stop), console);
    file.delete();
  }

  private void record() {
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
              control.port(),
              control.token(),
              processes));
    }
  }
}
