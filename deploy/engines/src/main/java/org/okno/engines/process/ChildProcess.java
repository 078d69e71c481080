package org.okno.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;

/**
 * A child process and its log. It may be restarted after it ended; never two at a time.
 *
 * <p>It runs in a session of its own, where {@code setsid} is available: a Ctrl-C in the terminal
 * reaches only the parent, so that the parts can be stopped in their order.
 */
public final class ChildProcess {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOG_LINES = 6;
  private static final int LOG_WIDTH = 300;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

  private final String name;
  private final Path log;
  private volatile @Nullable Process process;

  public ChildProcess(String name, Path log) {
    this.name = name;
    this.log = log;
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  /**
   * Starts the command unless it runs already, and returns when it is {@code ready}.
   *
   * @param environment added to the environment of this process
   * @throws EngineException when it ends or is not ready within {@code timeout}; it is killed then
   */
  public synchronized void start(
      Command command, Map<String, String> environment, Duration timeout, BooleanSupplier ready) {
    if (isAlive()) {
      return;
    }
    Process started = spawn(command, environment);
    process = started;
    try {
      await(started, timeout, ready);
    } catch (RuntimeException e) {
      kill();
      throw e;
    }
  }

  public boolean isAlive() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** The process while it is alive. */
  public Optional<ProcessHandle> handle() {
    Process current = process;
    return current != null && current.isAlive()
        ? Optional.of(current.toHandle())
        : Optional.empty();
  }

  /**
   * Stops it gracefully with {@code signal}; after 60 s it is killed. A JVM that writes its AOT
   * cache needs some of them.
   *
   * @return true when it ran and needed no kill
   */
  public boolean stop(Signal signal) {
    Process current = process;
    if (current == null || !current.isAlive()) {
      return false;
    }
    signal.send(current.toHandle());
    if (endsWithin(current, STOP_TIMEOUT)) {
      return true;
    }
    kill();
    return false;
  }

  /** Kills it and its children, and waits until they are gone. */
  public void kill() {
    handle().ifPresent(ProcessTree::kill);
  }

  private Process spawn(Command command, Map<String, String> environment) {
    // Its own session: see above.
    List<String> words = command.withPrefix(Programs.prefix("setsid")).words();
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return builder.start();
    } catch (IOException e) {
      throw new EngineException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private void await(Process started, Duration timeout, BooleanSupplier ready) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!ready.getAsBoolean()) {
      if (endsWithin(started, POLL)) {
        throw new EngineException(
            name + " ended while it started, with exit code " + started.exitValue() + logEnd());
      }
      if (System.nanoTime() > deadline) {
        throw new EngineException(
            name + " was not ready within " + timeout.toSeconds() + " s" + logEnd());
      }
    }
  }

  private static boolean endsWithin(Process process, Duration timeout) {
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while waiting for a process", e);
    }
  }

  private String logEnd() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      List<String> last =
          all.subList(Math.max(0, all.size() - LOG_LINES), all.size()).stream()
              .map(line -> line.length() > LOG_WIDTH ? line.substring(0, LOG_WIDTH) + " …" : line)
              .toList();
      return ". The end of " + log + ":\n    " + String.join("\n    ", last);
    } catch (IOException | java.io.UncheckedIOException e) {
      return ". See " + log;
    }
  }
}
