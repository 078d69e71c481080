package org.okno.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who gets a processor first when there are too few of them. */
public enum Priority {
  USUAL(0),
  /** For a part that may fall behind for a while so that the others do not. */
  BEHIND(10);

  private final int nice;

  Priority(int nice) {
    this.nice = nice;
  }

  /** The command with this priority; its process id stays the same. */
  Command of(Command command) {
    return nice == 0
        ? command
        : command.after(
            Programs.find("nice")
                .map(program -> List.of(program.toString(), "-n", String.valueOf(nice)))
                .orElse(List.of()));
  }

  /**
   * Gives it to a process that runs. Where Linux groups processes by session, it weighs the groups,
   * and ours have a session each: among them the process's own {@code nice} says nothing.
   *
   * @see <a href="https://man7.org/linux/man-pages/man7/sched.7.html">sched(7), autogroup</a>
   */
  void give(ProcessHandle process) {
    if (nice == 0) {
      return;
    }
    try {
      Files.writeString(group(process), String.valueOf(nice));
    } catch (IOException e) {
      // No such groups here: its own nice counts.
      return;
    }
  }

  static Path group(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()), "autogroup");
  }
}
