package org.okno.engines.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.okno.engines.postgres.ReplicationSlot;

/** What an operator has to look at before it becomes a failure. */
final class Warnings {

  private static final long GIBIBYTE = 1L << 30;
  private static final long KEPT_LOG = GIBIBYTE;
  private static final long FREE_SPACE = 2 * GIBIBYTE;
  private static final String RUNBOOK = "; see docs/operations.md";

  private Warnings() {}

  /**
   * @param freeBytes of the disk that holds the data
   */
  static List<String> of(List<ReplicationSlot> slots, long freeBytes) {
    List<String> warnings = new ArrayList<>();
    for (ReplicationSlot slot : slots) {
      if (slot.lost()) {
        warnings.add("the replication slot " + slot.name() + " is lost" + RUNBOOK);
      } else if (slot.keptBytes() > KEPT_LOG) {
        warnings.add(
            "the replication slot %s keeps %d MiB of PostgreSQL's log%s"
                .formatted(slot.name(), slot.keptBytes() >> 20, RUNBOOK));
      }
    }
    if (freeBytes < FREE_SPACE) {
      warnings.add("only %d MiB of the disk are free%s".formatted(freeBytes >> 20, RUNBOOK));
    }
    return warnings;
  }

  static long freeBytes(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
