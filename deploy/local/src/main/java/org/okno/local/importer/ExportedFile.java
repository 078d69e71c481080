package org.okno.local.importer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** A file of another system's data, plain or compressed. */
public final class ExportedFile {
  private ExportedFile() {}

  /** Its bytes; decompressed where its name ends in {@code .xz}. */
  public static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".xz") ? new XZInputStream(in) : in;
  }
}
