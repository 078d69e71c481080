package org.okno.engines.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.okno.engines.Folders;
import org.okno.engines.OwnerOnlyFile;

/** Which count of its daily summary a stack is at: a number in its data folder. */
public final class SummaryRecount {

  private final Settings settings;
  private final Path file;

  public SummaryRecount(Settings settings) {
    this.settings = settings;
    this.file = settings.data().resolve("summary-recount");
  }

  /** 1 before the first that was requested. */
  int number() {
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * The next start of analytics begins the next recount. It must be stopped: the local state of the
   * count before is deleted.
   */
  public void request() {
    OwnerOnlyFile.write(file, String.valueOf(number() + 1));
    for (int instance = 1; instance <= Stack.MAX_INSTANCES; instance++) {
      Folders.delete(settings.streamsState(instance));
    }
  }
}
