package org.okno.local.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Copies what is appended to a log to the standard output. */
final class LogTail {

  private final Path log;
  private long position;

  /**
   * @param position where to begin
   */
  LogTail(Path log, long position) {
    this.log = log;
    this.position = position;
  }

  /**
   * Copies what was appended since the last call. Bytes are copied as they are: a split character
   * is complete with the next call.
   */
  void copy() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.min(position, file.length()));
      byte[] appended = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(appended);
      System.out.write(appended);
      System.out.flush();
      position = file.getFilePointer();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }
}
