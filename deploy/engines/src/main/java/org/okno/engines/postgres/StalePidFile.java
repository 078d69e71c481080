package org.okno.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.okno.engines.EngineException;

/**
 * The {@code postmaster.pid} that a killed server leaves behind. PostgreSQL mistakes it for a
 * running server when its process id now belongs to any process of the same user, which is likely
 * in a container and as root.
 */
final class StalePidFile {

  private StalePidFile() {}

  static void removeFrom(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<Long> pid =
        Files.readString(file).lines().findFirst().map(String::strip).map(Long::valueOf);
    if (pid.flatMap(ProcessHandle::of).filter(StalePidFile::isPostgres).isPresent()) {
      throw new EngineException(
          "PostgreSQL already runs on %s as process %d. Stop it (./okno down), or name another --data."
              .formatted(cluster, pid.get()));
    }
    Files.delete(file);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }
}
