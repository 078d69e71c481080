package org.okno.local.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code stack.properties} in the data folder: by it other commands find a stack that runs. Only
 * its owner reads it.
 */
final class StateFile {

  private final Path file;

  StateFile(Path data) {
    this.file = data.resolve("stack.properties");
  }

  Optional<RunningStack> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(RunningStack.from(properties));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Readers see the former content or the new one, never a part of it. */
  void write(RunningStack stack) {
    try {
      Files.createDirectories(file.getParent());
      Path unfinished =
          Files.createTempFile(
              file.getParent(),
              "stack",
              ".unfinished",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(unfinished)) {
        stack.toProperties().store(writer, "A running stack; gone when it is stopped");
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }
}
