package org.okno.bench.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;

/** {@code ./okno …} as a process of its own, so that it can be killed. */
final class LocalCommand {

  private static final String MAIN = "org.okno.local.Main";

  private final Home home;

  LocalCommand(Home home) {
    this.home = home;
  }

  /**
   * Runs it to its end.
   *
   * @return its exit code
   */
  int run(Consumer<String> output, List<String> arguments) {
    return new Jvm(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dokno.root=" + home.root()),
            List.of(Path.of(System.getProperty("java.class.path"))),
            MAIN,
            arguments)
        .run(Map.of(), output);
  }

  /** {@code kill -9} of those that run. */
  static void kill() {
    Descendants.kill(MAIN);
  }
}
