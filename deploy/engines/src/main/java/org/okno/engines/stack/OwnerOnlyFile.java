package org.okno.engines.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read: they hold passwords and tokens. */
public final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  /** Replaces the file atomically: readers see the former content or the new one. */
  public static void write(Path file, String content) {
    try {
      Path folder = Files.createDirectories(file.getParent());
      Path temporary =
          Files.createTempFile(
              folder,
              file.getFileName().toString(),
              ".unfinished",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
