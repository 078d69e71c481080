package org.okno.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.InTurn;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;

/**
 * Kills, suspends and restarts the processes of a stack, as a supervisor would. Where a service
 * runs twice, its instances are hit in turn.
 */
final class Processes {

  private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
  private static final Path FAKETIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
  private static final int START_ATTEMPTS = 5;

  private final BenchStack bench;
  private final Map<Part, InTurn<Engine>> turns = new EnumMap<>(Part.class);
  private final Log log;

  Processes(BenchStack bench, Log log) {
    this.bench = bench;
    this.log = log;
    for (Part part : Part.values()) {
      turns.put(part, new InTurn<>(bench.instances(part)));
    }
  }

  void kill(List<Part> parts, long downMillis) throws InterruptedException {
    // Engines first, as in the order of Part: services wait for them.
    List<Engine> hit = parts.stream().sorted().map(this::next).toList();
    hit.forEach(Engine::kill);
    Thread.sleep(downMillis);
    hit.forEach(this::start);
  }

  /** Of everything at once, as far as one process can. */
  void cutPower(Disks disks) {
    List<Engine> all =
        Stream.of(Part.values()).flatMap(part -> bench.instances(part).stream()).toList();
    signal("-STOP", all.stream().flatMap(Processes::pids).toList());
    disks.cutPower();
    all.forEach(Engine::kill);
    disks.restorePower();
    bench.start();
  }

  void coldBroker() {
    bench.stack().part(Part.KAFKA).kill();
    log.say(dropPageCache());
    start(Part.KAFKA);
  }

  /** Stops every instance. */
  void stop(Part part) {
    bench.instances(part).forEach(Engine::stop);
  }

  /** Starts every instance that does not run. */
  void start(Part part) {
    bench.instances(part).forEach(this::start);
  }

  private Engine next(Part part) {
    Engine next = Objects.requireNonNull(turns.get(part)).next();
    if (bench.instances(part).size() > 1) {
      log.say("     of the instances: " + next.log().getFileName());
    }
    return next;
  }

  /** A part may depend on others that are not ready yet: retried, as a supervisor does. */
  private void start(Engine engine) {
    for (int attempt = 1; ; attempt++) {
      try {
        engine.start();
        return;
      } catch (EngineException e) {
        log.say(
            engine.name()
                + " did not start: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  void pause(Part part, int seconds) throws InterruptedException {
    List<String> pids = pids(next(part)).toList();
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
    ServiceProcess service = (ServiceProcess) next(part);
    service.stop();
    service.start(
        Map.of(
            "LD_PRELOAD", FAKETIME.toString(),
            "FAKETIME", "%+d".formatted(ahead.toSeconds()),
            // A JVM waits by its monotonic clock.
            "FAKETIME_DONT_FAKE_MONOTONIC", "1"));
    Thread.sleep(seconds * 1000L);
    service.kill();
    start(service);
  }

  private static Stream<String> pids(Engine engine) {
    return engine.process().stream()
        .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
        .map(process -> String.valueOf(process.pid()));
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
