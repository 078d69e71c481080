package org.okno.engines.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the operating system that run another command, and may be missing. */
final class Programs {

  private Programs() {}

  /**
   * The words to put in front of a command; none where {@code /usr/bin} and {@code /bin} lack the
   * program. It must exec the command, so that the process id does not change.
   */
  static List<String> prefix(String program, String... arguments) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .map(path -> Stream.concat(Stream.of(path.toString()), Stream.of(arguments)).toList())
        .orElse(List.of());
  }
}
