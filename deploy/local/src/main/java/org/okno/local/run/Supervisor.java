package org.okno.local.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;

/**
 * Supervises a stack: restarts parts that died and connectors that failed. A part that was stopped
 * or killed on request stays down until its start is requested.
 */
final class Supervisor {

  private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

  private static final Duration WARN_INTERVAL = Duration.ofMinutes(1);

  private final Stack stack;
  private final Consumer<String> log;
  private final Runnable changed;
  private final Set<Part> down = ConcurrentHashMap.newKeySet();
  private final Map<Part, ReentrantLock> locks = new EnumMap<>(Part.class);
  private volatile boolean ended;

  /**
   * @param log receives messages for the console
   * @param changed runs when the process of a part has changed
   */
  Supervisor(Stack stack, Consumer<String> log, Runnable changed) {
    this.stack = stack;
    this.log = log;
    this.changed = changed;
    for (Part part : Part.values()) {
      locks.put(part, new ReentrantLock());
    }
  }

  /** Runs until {@link #stopWatching()}. */
  void watch() throws InterruptedException {
    List<Thread> watchers =
        parts().stream().map(part -> Thread.ofVirtual().start(() -> watch(part))).toList();
    Thread alarm = Thread.ofVirtual().start(this::warn);
    while (!ended) {
      Thread.sleep(CHECK_INTERVAL);
      repair();
    }
    alarm.interrupt();
    for (Thread watcher : watchers) {
      watcher.interrupt();
    }
  }

  /** Restarts nothing from now on. */
  void stopWatching() {
    ended = true;
  }

  /**
   * Returns when the part is ready.
   *
   * @throws EngineException at once where a part that it waits for is down
   */
  void start(Part part) {
    part.needs().stream()
        .filter(needed -> parts().contains(needed) && !stack.part(needed).isReady())
        .findFirst()
        .ifPresent(
            needed -> {
              throw new EngineException(
                  "%s needs %s, which is %s. Start that first: ./okno start %s"
                      .formatted(part, needed, state(needed, stack.part(needed)), needed));
            });
    exclusively(part, Engine::start);
    down.remove(part);
  }

  void stop(Part part) {
    down.add(part);
    exclusively(part, Engine::stop);
  }

  /** Does not wait for a start in progress: a crash does not either. */
  void kill(Part part) {
    down.add(part);
    stack.part(part).kill();
    changed.run();
  }

  /**
   * One line per part: name, state, process id, URL, log; one for the issuer, which this process
   * serves, with the folder of its keys; and one per warning.
   */
  String status() {
    StringBuilder lines = new StringBuilder();
    for (Part part : parts()) {
      Engine engine = stack.part(part);
      String pid = engine.process().map(process -> String.valueOf(process.pid())).orElse("-");
      lines.append(
          line(part.label(), state(part, engine), pid, stack.settings().url(part), engine.log()));
    }
    boolean serving = stack.issuer().isServing();
    lines.append(
        line(
            "issuer",
            serving ? "ready" : "stopped",
            serving ? String.valueOf(ProcessHandle.current().pid()) : "-",
            stack.issuer().url(),
            stack.settings().identity()));
    stack.warnings().forEach(warning -> lines.append("WARNING: ").append(warning).append('\n'));
    return lines.toString();
  }

  private static String line(String name, String state, String pid, Object url, Path file) {
    return "%-10s %-9s %-8s %-28s %s%n".formatted(name, state, pid, url, file);
  }

  private Set<Part> parts() {
    return stack.settings().parts().isEmpty() ? Set.of() : EnumSet.copyOf(stack.settings().parts());
  }

  private String state(Part part, Engine engine) {
    if (engine.isReady()) {
      return "ready";
    }
    if (engine.process().isPresent()) {
      return "not ready";
    }
    return down.contains(part) ? "stopped" : "dead";
  }

  private void watch(Part part) {
    BackOff backOff = new BackOff();
    long startedAt = System.nanoTime();
    try {
      while (!ended) {
        Thread.sleep(CHECK_INTERVAL);
        if (isDead(part)) {
          restart(part, backOff.afterRunning(Duration.ofNanos(System.nanoTime() - startedAt)));
          startedAt = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void warn() {
    try {
      while (!ended) {
        stack.warnings().forEach(warning -> log.accept("WARNING: " + warning));
        Thread.sleep(WARN_INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDead(Part part) {
    return !ended
        && !down.contains(part)
        && !part(part).isLocked()
        && stack.part(part).process().isEmpty();
  }

  private ReentrantLock part(Part part) {
    return java.util.Objects.requireNonNull(locks.get(part));
  }

  private void restart(Part part, Duration wait) throws InterruptedException {
    log.accept(
        "%s died; restarting it in %d s. Its log: %s"
            .formatted(part, wait.toSeconds(), stack.part(part).log()));
    Thread.sleep(wait);
    if (ended || down.contains(part)) {
      return;
    }
    try {
      exclusively(part, Engine::start);
      log.accept(part.label() + " is ready again");
    } catch (EngineException e) {
      if (!ended && !down.contains(part)) {
        log.accept(String.valueOf(e.getMessage()));
      }
    }
  }

  private void repair() {
    try {
      exclusively(Part.KAFKA, kafka -> repairBroker());
      stack.repair(
          log, (part, repair) -> exclusively(part, engine -> stack.whileStopped(part, repair)));
    } catch (UncheckedIOException | EngineException e) {
      // The broker did not start again, or is not part of this stack; its watcher restarts it.
      return;
    }
  }

  private void repairBroker() {
    if (stack.restartBrokerIfOutOfSync()) {
      log.accept("kafka was out of sync with its log after a crash; it is restarted");
    }
  }

  private void exclusively(Part part, Consumer<Engine> act) {
    ReentrantLock lock = part(part);
    lock.lock();
    try {
      act.accept(stack.part(part));
    } finally {
      lock.unlock();
      changed.run();
    }
  }
}
