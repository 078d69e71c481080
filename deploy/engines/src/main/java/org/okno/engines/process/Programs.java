package org.okno.engines.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the operating system that may be missing. */
final class Programs {

  private Programs() {}

  /** The path of a program in {@code /usr/bin} or {@code /bin}. */
  static Optional<Path> find(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
