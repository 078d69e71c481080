package org.okno.engines.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.okno.engines.EngineException;

/**
 * A command line, word by word; never through a shell.
 *
 * @param words the program and its arguments
 */
public record Command(List<String> words) {

  public Command {
    words = List.copyOf(words);
  }

  public static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** The same command run by {@code prefix}, such as {@code unshare -U}. */
  public Command withPrefix(List<String> prefix) {
    return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
  }

  /**
   * Runs it to its end.
   *
   * @throws EngineException with its output when it fails
   */
  public void run() {
    Outcome outcome = outcome();
    if (outcome.exitCode() != 0) {
      throw new EngineException(
          String.join(" ", words) + " failed (" + outcome.exitCode() + "): " + outcome.output());
    }
  }

  /** Runs it to its end. A missing program gives exit code 127, as in a shell. */
  public Outcome outcome() {
    StringJoiner output = new StringJoiner("\n");
    int exitCode = run(Map.of(), output::add);
    return new Outcome(exitCode, output.toString().strip());
  }

  /**
   * Runs it to its end and passes both its outputs to {@code line}.
   *
   * @return its exit code; 127 for a missing program, with the cause passed to {@code line}
   */
  int run(Map<String, String> environment, Consumer<String> line) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (var output = process.inputReader(StandardCharsets.UTF_8)) {
        output.lines().forEach(line);
      }
      return process.waitFor();
    } catch (IOException e) {
      line.accept(String.valueOf(e.getMessage()));
      return 127;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while running " + words.getFirst(), e);
    }
  }

  /** Exit code and both outputs of a command. */
  public record Outcome(int exitCode, String output) {}
}
