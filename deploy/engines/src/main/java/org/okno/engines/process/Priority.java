package org.okno.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU priority of a part. */
public enum Priority {
  NORMAL(0),
  /** For a part that may lag for a while so that the others do not. */
  LOW(10);

  private final int nice;

  Priority(int nice) {
    this.nice = nice;
  }

  /** The command with this priority; its process id does not change. */
  Command applyTo(Command command) {
    return nice == 0
        ? command
        : command.withPrefix(Programs.prefix("nice", "-n", String.valueOf(nice)));
  }

  /**
   * Applies it to the session of a running process. Where Linux groups processes by session, it
   * schedules the groups, and each of ours has its own session: {@code nice} of the process alone
   * has no effect.
   *
   * @see <a href="https://man7.org/linux/man-pages/man7/sched.7.html">sched(7), autogroup</a>
   */
  void applyToSession(ProcessHandle process) {
    if (nice == 0) {
      return;
    }
    try {
      Files.writeString(autogroup(process), String.valueOf(nice));
    } catch (IOException e) {
      // No autogroups here: the process's own nice applies.
      return;
    }
  }

  static Path autogroup(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()), "autogroup");
  }
}
