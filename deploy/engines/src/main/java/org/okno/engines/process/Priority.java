package org.okno.engines.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who gets a processor first when there are too few of them. */
public enum Priority {
  USUAL(List.of()),
  /** For a part that may fall behind for a while so that the others do not. */
  BEHIND(
      Stream.of("/usr/bin/nice", "/bin/nice")
          .filter(file -> Files.isExecutable(Path.of(file)))
          .findFirst()
          .map(nice -> List.of(nice, "-n", "10"))
          .orElse(List.of()));

  private final List<String> prefix;

  Priority(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The command with this priority; its process id stays the same. */
  Command of(Command command) {
    return command.after(prefix);
  }
}
