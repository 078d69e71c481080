package org.okno.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes that this one started, with theirs. */
final class Descendants {

  private Descendants() {}

  /** {@code kill -9} of the JVMs that run a main class. */
  static void kill(String main) {
    ProcessHandle.current()
        .descendants()
        .filter(process -> commandLine(process).contains(main))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** The whole of it: ProcessHandle cuts off what is behind a long class path. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
    } catch (IOException e) {
      return ""; // it ended
    }
  }
}
