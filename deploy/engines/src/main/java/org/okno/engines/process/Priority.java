package org.okno.engines.process;

import java.util.List;

/** Who gets a processor first when there are too few of them. */
public enum Priority {
  USUAL(List.of()),
  /** For a part that may fall behind for a while so that the others do not. */
  BEHIND(Programs.find("nice").map(nice -> List.of(nice.toString(), "-n", "10")).orElse(List.of()));

  private final List<String> prefix;

  Priority(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The command with this priority; its process id stays the same. */
  Command of(Command command) {
    return command.after(prefix);
  }
}
