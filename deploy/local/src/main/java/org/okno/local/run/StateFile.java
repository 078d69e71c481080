package org.okno.local.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.okno.engines.OwnerOnlyFile;

/** {@code stack.json} in the data folder: other commands find a running stack by it. */
final class StateFile {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;

  StateFile(Path data) {
    this.file = data.resolve("stack.json");
  }

  Optional<RunningStack> read() {
    try {
      return Files.exists(file)
          ? Optional.of(MAPPER.readValue(file.toFile(), RunningStack.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  void write(RunningStack stack) {
    OwnerOnlyFile.write(file, MAPPER.valueToTree(stack).toString());
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }
}
