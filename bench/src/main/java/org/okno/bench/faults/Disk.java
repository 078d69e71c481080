package org.okno.bench.faults;

/** A small file system of its own for the data of an engine, in a {@link MountNamespace}. */
sealed interface Disk permits MemoryDisk, ImageDisk {

  /** Leaves no space: writes that need some fail with ENOSPC. */
  void fill();

  /** Gives the space back. */
  void free();

  /** From now on nothing is written: what was not synced is lost. */
  void cutPower();

  /** Mounts it again after {@link #cutPower()}; no process may have a file open there. */
  void restorePower();
}
