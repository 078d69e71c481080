package org.okno.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.okno.engines.stack.Part;

/**
 * File systems of their own for the data of PostgreSQL and Kafka. They end with the process, and
 * the data with them.
 */
final class Disks {

  /** Whose data they hold. */
  static final List<Part> ENGINES = List.of(Part.POSTGRES, Part.KAFKA);

  private final Map<Part, Disk> byEngine = new EnumMap<>(Part.class);

  private Disks() {}

  /** The data stays where it is. */
  static Disks none() {
    return new Disks();
  }

  /**
   * @param data of a stack that has never been started
   */
  static Disks mountedIn(Path data) {
    Disks disks = new Disks();
    for (Part engine : ENGINES) {
      disks.byEngine.put(engine, mount(data, engine));
    }
    return disks;
  }

  private static Disk mount(Path data, Part engine) {
    try {
      // Not in the folder of the data, which is deleted: a place where something is mounted cannot
      // be.
      Path folder = Files.createDirectories(data.resolveSibling("disk-" + engine.label()));
      Files.createDirectories(data);
      Disk disk =
          MountNamespace.isOfRoot()
              ? ImageDisk.mount(data.resolve(engine.label() + ".ext4"), folder)
              : MemoryDisk.mount(folder);
      Files.createSymbolicLink(data.resolve(engine.label()), folder);
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot mount a disk for " + engine, e);
    }
  }

  Disk of(Part engine) {
    return Objects.requireNonNull(byEngine.get(engine));
  }

  void cutPower() {
    byEngine.values().forEach(Disk::cutPower);
  }

  void restorePower() {
    byEngine.values().forEach(Disk::restorePower);
  }
}
