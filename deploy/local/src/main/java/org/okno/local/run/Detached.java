package org.okno.local.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.okno.engines.process.ChildProcess;
import org.okno.engines.process.Command;
import org.okno.engines.stack.Settings;

/** A stack in the background: {@code up} again, in a process of its own that no terminal ends. */
final class Detached {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Settings settings;
  private final Console console;
  private long shown;

  Detached(Settings settings, Console console) {
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
    up.start(command(arguments), Map.of(), LIMIT, () -> show(log) && isReady(up));
    show(log);
    console.say("It runs in the background; ./okno down stops it.");
    return 0;
  }

  private Command command(List<String> arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-Dokno.root=" + settings.home().root()));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.okno.local.Main"));
    arguments.stream().filter(word -> !word.startsWith("--detach")).forEach(words::add);
    return new Command(words);
  }

  private boolean isReady(ChildProcess up) {
    return new Stacks(settings.data())
        .watched()
        .filter(stack -> stack.phase() == RunningStack.Phase.READY)
        .filter(
            stack ->
                up.handle()
                    .filter(process -> process.pid() == stack.supervisor().pid())
                    .isPresent())
        .isPresent();
  }

  /** Passes on what the other process has said since the last look. Always true. */
  private boolean show(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] fresh = new byte[(int) (file.length() - shown)];
      file.seek(shown);
      file.readFully(fresh);
      shown += fresh.length;
      new String(fresh, StandardCharsets.UTF_8).lines().forEach(console::say);
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
