package org.okno.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process, distinguished by its start time from a later one with the same id.
 *
 * @param pid process id
 * @param startedAt milliseconds since 1970, or 0 where unknown
 */
record LiveProcess(long pid, long startedAt) {

  static LiveProcess of(ProcessHandle process) {
    return new LiveProcess(process.pid(), startedAt(process));
  }

  /** The process, if it is still this one. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process) == startedAt)
        .filter(process -> !isZombie());
  }

  /** Whether the machine started again since. */
  boolean endedWithTheMachine() {
    return startedAt != 0 && startedAt < machineStartedAt();
  }

  /** Milliseconds since 1970; 0 where unknown. */
  private static long machineStartedAt() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      return lines
          .filter(line -> line.startsWith("btime "))
          .mapToLong(line -> Long.parseLong(line.substring("btime ".length()).strip()) * 1000)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Dead, but still in the process table: common in containers, whose first process does not reap
   * children.
   */
  private boolean isZombie() {
    try {
      String status = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return status.substring(status.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
