package org.okno.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.okno.bench.stack.Connectors;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;

/** Injects the faults of a plan into a stack, and restarts parts as a supervisor would. */
final class FaultInjection {

  private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
  private static final int START_ATTEMPTS = 5;

  private final Stack stack;
  private final Log log;

  FaultInjection(Stack stack, Log log) {
    this.stack = stack;
    this.log = log;
  }

  /** Returns when the affected part is ready again. */
  void inject(Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Kill kill -> kill(kill.part(), kill.downMillis());
      case Fault.Pause pause -> pause(pause.part(), pause.seconds());
      case Fault.ColdBroker cold -> coldBroker();
      case Fault.NewConnector connector -> newConnector(connector.service());
    }
  }

  private void kill(Part part, long downMillis) throws InterruptedException {
    stack.part(part).kill();
    Thread.sleep(downMillis);
    start(part);
  }

  private void coldBroker() throws InterruptedException {
    stack.part(Part.KAFKA).kill();
    log.say(dropPageCache());
    start(Part.KAFKA);
  }

  private void newConnector(Part service) throws IOException, InterruptedException {
    new Connectors(stack.connect()).delete(service.label());
    Path configuration = stack.settings().home().connectors().resolve(service.label() + ".json");
    stack.connect().register(configuration);
  }

  /** A part may depend on others that are not ready yet: retried, as a supervisor does. */
  private void start(Part part) {
    Engine engine = stack.part(part);
    for (int attempt = 1; ; attempt++) {
      try {
        engine.start();
        return;
      } catch (EngineException e) {
        log.say(
            part.label()
                + " did not start: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void pause(Part part, int seconds) throws InterruptedException {
    List<String> pids =
        stack.part(part).process().stream()
            .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
            .map(process -> String.valueOf(process.pid()))
            .toList();
    signal("-STOP", pids);
    try {
      Thread.sleep(seconds * 1000L);
    } finally {
      signal("-CONT", pids);
    }
  }

  /** Ignores processes that ended meanwhile. */
  private static void signal(String signal, List<String> pids) {
    pids.forEach(pid -> Command.of("kill", signal, pid).outcome());
  }

  private static String dropPageCache() {
    Command.of("sync").outcome();
    try {
      Files.writeString(DROP_CACHES, "1");
      return "page cache dropped";
    } catch (IOException e) {
      return "the page cache cannot be dropped here (no permission for " + DROP_CACHES + ")";
    }
  }
}
