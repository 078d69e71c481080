package org.okno.engines;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

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

  /** The same with properties, under a comment. */
  public static void write(Path file, Properties content, String comment) {
    StringWriter text = new StringWriter();
    try {
      content.store(text, comment);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    write(file, text.toString());
  }
}
