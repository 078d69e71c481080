package org.okno.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;

/** Kills, suspends and restarts the processes of a stack, as a supervisor would. */
final class Processes {

  private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
  private static final Path FAKETIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
  private static final int START_ATTEMPTS = 5;

  private final Stack stack;
  private final Log log;

  Processes(Stack stack, Log log) {
    this.stack = stack;
    this.log = log;
  }

  void kill(List<Part> parts, long downMillis) throws InterruptedException {
    parts.forEach(part -> stack.part(part).kill());
    Thread.sleep(downMillis);
    // Engines first, as in the order of Part: services wait for them.
    parts.stream().sorted().forEach(this::start);
  }

  void coldBroker() {
    stack.part(Part.KAFKA).kill();
    log.say(dropPageCache());
    start(Part.KAFKA);
  }

  /** A part may depend on others that are not ready yet: retried, as a supervisor does. */
  void start(Part part) {
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

  void pause(Part part, int seconds) throws InterruptedException {
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

  /** Restarts a service with another time, and after a while with the true one. */
  void wrongClock(Part part, Duration ahead, int seconds) throws InterruptedException {
    if (!Files.exists(FAKETIME)) {
      throw new EngineException("A wrong clock needs " + FAKETIME + ": install faketime.");
    }
    stack.part(part).stop();
    ((ServiceProcess) stack.part(part))
        .start(
            Map.of(
                "LD_PRELOAD", FAKETIME.toString(),
                "FAKETIME", "%+d".formatted(ahead.toSeconds()),
                // A JVM waits by its monotonic clock.
                "FAKETIME_DONT_FAKE_MONOTONIC", "1"));
    Thread.sleep(seconds * 1000L);
    kill(List.of(part), 0);
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
