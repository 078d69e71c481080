package org.okno.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory of a process and its children in MiB: their proportional set size, so that what
 * PostgreSQL's processes share is counted once.
 */
public final class ResidentMemory {

  private ResidentMemory() {}

  public static double of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(ResidentMemory::kibibytes)
            .sum()
        / 1024.0;
  }

  private static long kibibytes(ProcessHandle process) {
    Path rollup = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
    try (Stream<String> lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // the process ended meanwhile
    }
  }
}
