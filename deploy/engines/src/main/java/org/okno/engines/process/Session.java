package org.okno.engines.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a child out of the terminal's process group. */
final class Session {

  private static final List<String> PREFIX =
      Stream.of("/usr/bin/setsid", "/bin/setsid")
          .filter(file -> Files.isExecutable(Path.of(file)))
          .findFirst()
          .map(List::of)
          .orElse(List.of());

  private Session() {}

  /**
   * {@code setsid}, which becomes the command itself, so that the process id stays the same; or
   * nothing.
   */
  static List<String> prefix() {
    return PREFIX;
  }
}
