package org.okno.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Settings;

/** A stack that {@code ./okno up} runs in processes of its own. */
final class SupervisedStack implements AutoCloseable {

  private final Settings settings;
  private final LocalCommand local;

  /**
   * @param settings its folder and ports
   */
  SupervisedStack(Settings settings, LocalCommand local) {
    this.settings = settings;
    this.local = local;
  }

  /** Returns when it is ready; kills what a dead supervisor left. */
  void up() {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--detach", "--data", settings.data().toString()));
    settings
        .ports()
        .byPart()
        .forEach(
            (part, port) ->
                arguments.addAll(List.of("--port-" + part.label(), String.valueOf(port))));
    StringBuilder output = new StringBuilder();
    int exitCode = local.run(line -> output.append(line).append('\n'), arguments);
    if (exitCode != 0) {
      throw new EngineException("./okno up failed:\n" + output);
    }
  }

  /** {@code kill -9} of the supervisor alone: the parts run on. */
  void killSupervisor() {
    try {
      long pid =
          new ObjectMapper()
              .readTree(settings.data().resolve("stack.json").toFile())
              .path("supervisor")
              .path("pid")
              .asLong();
      ProcessHandle supervisor = ProcessHandle.of(pid).orElseThrow();
      supervisor.destroyForcibly();
      supervisor.onExit().join();
    } catch (IOException e) {
      throw new EngineException("no stack runs on " + settings.data(), e);
    }
  }

  @Override
  public void close() {
    local.run(line -> {}, List.of("down", "--data", settings.data().toString()));
  }
}
