package org.okno.intake.vault;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A keyed hash, 32 bytes; equal hashes are of equal things. */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Hash(byte[] bytes) implements Comparable<Hash> {

  /** The hash of bytes that may be missing. */
  public static @Nullable Hash of(byte @Nullable [] bytes) {
    return bytes == null ? null : new Hash(bytes);
  }

  /** The bytes of a hash that may be missing. */
  public static byte @Nullable [] bytes(@Nullable Hash hash) {
    return hash == null ? null : hash.bytes;
  }

  /** The hash in hexadecimal. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return "Hash";
  }
}
