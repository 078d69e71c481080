package org.okno.intake.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON body, each of bounded length; only one is in memory here. */
final class NdjsonLines {
  private final InputStream in;
  private final int maxBytes;
  private long number;

  NdjsonLines(InputStream in, int maxBytes) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.maxBytes = maxBytes;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes null where the line is longer than allowed; it was skipped
   */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record Line(long number, byte @Nullable [] bytes) {

    boolean isBlank() {
      if (bytes == null) {
        return false;
      }
      for (byte one : bytes) {
        if (one != ' ' && one != '\t' && one != '\r') {
          return false;
        }
      }
      return true;
    }

    int length() {
      return bytes == null ? 0 : bytes.length;
    }
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    for (int one = first; one >= 0 && one != '\n'; one = in.read()) {
      tooLong = tooLong || line.size() == maxBytes;
      if (!tooLong) {
        line.write(one);
      }
    }
    return new Line(number, tooLong ? null : line.toByteArray());
  }

  /** Whether more can be read without waiting for the client. */
  boolean isMoreAvailable() throws IOException {
    return in.available() > 0;
  }
}
