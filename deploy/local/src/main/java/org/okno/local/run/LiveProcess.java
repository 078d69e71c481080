package org.okno.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that is told from a later one with the same number by when it began.
 *
 * @param pid the operating system's number
 * @param began milliseconds since 1970, or 0 where the system does not tell
 */
record LiveProcess(long pid, long began) {

  static LiveProcess of(ProcessHandle process) {
    return new LiveProcess(process.pid(), began(process));
  }

  /** Reads what {@link #toString} wrote. */
  static LiveProcess parse(String text) {
    String[] numbers = text.split("@", 2);
    return new LiveProcess(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /** The process, if it is still this one. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> began(process) == began)
        .filter(process -> !isZombie());
  }

  /**
   * Dead, but still in the process table: common in containers, whose first process waits for no
   * one.
   */
  private boolean isZombie() {
    try {
      String status = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return status.substring(status.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return pid + "@" + began;
  }

  private static long began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
