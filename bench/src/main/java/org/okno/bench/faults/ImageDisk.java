package org.okno.bench.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;

/**
 * An ext4 file system on a sparse file: what is lost when its power is cut, is what ext4 loses.
 *
 * @param folder where it is mounted
 */
record ImageDisk(Path image, Path folder) implements Disk {

  private static final long SIZE = 16L << 30;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  static ImageDisk mount(Path image, Path folder) {
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + image, e);
    }
    Command.of("mkfs.ext4", "-q", "-m", "0", image.toString()).run();
    ImageDisk disk = new ImageDisk(image, folder);
    disk.mount();
    return disk;
  }

  private void mount() {
    Command.of("mount", "-o", "loop", image.toString(), folder.toString()).run();
  }

  /** Allocates all that is left without writing it. */
  @Override
  public void fill() {
    // More than there is: it fails, and keeps what it got.
    Command.of("fallocate", "-l", String.valueOf(SIZE), ballast().toString()).outcome();
  }

  @Override
  public void free() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void cutPower() {
    Ext4Shutdown.of(folder);
  }

  @Override
  public void restorePower() {
    if (!Await.until(
        TIMEOUT, () -> Command.of("umount", folder.toString()).outcome().exitCode() == 0)) {
      throw new EngineException(folder + " is in use still");
    }
    mount();
  }
}
