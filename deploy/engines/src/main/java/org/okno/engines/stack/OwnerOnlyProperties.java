package org.okno.engines.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Properties files that only their owner can read: they hold passwords and tokens. */
public final class OwnerOnlyProperties {

  private OwnerOnlyProperties() {}

  /** What the file holds; nothing when there is no such file. */
  public static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.exists(file) ? Files.newBufferedReader(file) : Reader.nullReader()) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Replaces the file atomically: readers see the former content or the new one. */
  public static void write(Path file, Properties properties, String comment) {
    try {
      Path folder = Files.createDirectories(file.getParent());
      Path temporary =
          Files.createTempFile(
              folder,
              file.getFileName().toString(),
              ".unfinished",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(temporary)) {
        properties.store(writer, comment);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
