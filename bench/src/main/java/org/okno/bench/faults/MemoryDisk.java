package org.okno.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;

/**
 * A tmpfs. An ordinary user can mount it in a user namespace.
 *
 * @param folder where it is mounted
 */
record MemoryDisk(Path folder) implements Disk {

  private static final String SIZE = "16g";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  static MemoryDisk mount(Path folder) {
    Command.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "okno", folder.toString()).run();
    return new MemoryDisk(folder);
  }

  /** Its size becomes what is used: it takes no memory to fill it. */
  @Override
  public void fill() {
    // While it is written to, the size can be too small by the time it is set.
    if (!Await.until(TIMEOUT, () -> resize(String.valueOf(used())))) {
      throw new EngineException("the disk of " + folder + " cannot be made smaller");
    }
  }

  @Override
  public void free() {
    if (!resize(SIZE)) {
      throw new EngineException("the disk of " + folder + " cannot be made larger");
    }
  }

  private boolean resize(String size) {
    return Command.of("mount", "-o", "remount,size=" + size, folder.toString()).outcome().exitCode()
        == 0;
  }

  private long used() {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() - store.getUnallocatedSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cutPower() {
    throw new EngineException("A power cut needs a file system on an image, and that needs root.");
  }

  @Override
  public void restorePower() {
    cutPower();
  }
}
