package org.okno.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.okno.engines.process.ChildProcess;
import org.okno.engines.process.Jvm;
import org.okno.engines.stack.Settings;

/**
 * A stack in the background: {@code up} again, in a process of its own, detached from the terminal.
 */
final class BackgroundStack {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

  private final Settings settings;
  private final Console console;

  BackgroundStack(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /**
   * Returns when the stack is ready.
   *
   * @param arguments of this command, {@code --detach} among them
   */
  int start(List<String> arguments) throws IOException {
    Path log = settings.data().resolve("log/okno.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "");
    ChildProcess up = new ChildProcess("okno up", log);
    LogTail output = new LogTail(log, 0);
    up.start(
        jvm(arguments).command(),
        Map.of(),
        START_TIMEOUT,
        () -> {
          output.copy();
          return isReady(up);
        });
    output.copy();
    console.print("It runs in the background; ./okno down stops it.");
    return 0;
  }

  private Jvm jvm(List<String> arguments) {
    String root = "-Dokno.root=" + settings.home().root();
    return new Jvm(
        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", root),
        List.of(Path.of(System.getProperty("java.class.path"))),
        "org.okno.local.Main",
        arguments.stream().filter(word -> !word.startsWith("--detach")).toList());
  }

  private boolean isReady(ChildProcess up) {
    return new Stacks(settings.data())
        .running()
        .filter(stack -> stack.phase() == RunningStack.Phase.READY)
        .filter(
            stack ->
                up.handle()
                    .filter(process -> process.pid() == stack.supervisor().pid())
                    .isPresent())
        .isPresent();
  }
}
