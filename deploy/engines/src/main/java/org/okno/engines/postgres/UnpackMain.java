package org.okno.engines.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL archive inside a jar. It runs in a JVM of its own, so that the caller
 * needs no xz on its class path.
 */
public final class UnpackMain {

  private UnpackMain() {}

  /** Arguments: the jar, the folder to create. */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    try (ZipFile jar = new ZipFile(arguments[0])) {
      ZipEntry archive =
          jar.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
      try (InputStream raw = new BufferedInputStream(jar.getInputStream(archive));
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
        unpack(tar, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path file = target.resolve(entry.getName()).normalize();
      if (!file.startsWith(target)) {
        throw new IOException("The archive names a file outside its folder: " + entry.getName());
      }
      write(tar, entry, file);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
