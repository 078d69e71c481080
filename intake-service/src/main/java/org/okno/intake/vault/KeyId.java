package org.okno.intake.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Which key wrapped a data key: what the wrapped form begins with (Tink's output prefix). */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record KeyId(byte[] prefix) {
  /** Bytes of a prefix. */
  static final int LENGTH = 5;

  private static final byte VERSION = 1;

  /** The key with this number in a keyset of Tink. */
  static KeyId ofNumber(int number) {
    return new KeyId(ByteBuffer.allocate(LENGTH).put(VERSION).putInt(number).array());
  }

  /** The key that wrapped this. */
  static KeyId of(byte[] wrapped) {
    return new KeyId(Arrays.copyOf(wrapped, LENGTH));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyId key && Arrays.equals(prefix, key.prefix);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(prefix);
  }
}
