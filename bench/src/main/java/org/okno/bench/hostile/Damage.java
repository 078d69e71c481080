package org.okno.bench.hostile;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages bytes as a broken or hostile client does. */
final class Damage {

  private static final byte[][] INSERTS = {
    {0},
    {(byte) 0xff},
    {(byte) 0xc0, (byte) 0x80},
    {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
    {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
    {'\r'},
    {'\n'},
    {'\r', '\n', '\r', '\n'},
    {'%'},
    {'"'},
    {'{'},
  };

  private Damage() {}

  /** One to three of: a byte changed, bytes inserted, removed or repeated, the end cut off. */
  static byte[] of(byte[] bytes, SplittableRandom random) {
    byte[] damaged = bytes;
    for (int i = random.nextInt(1, 4); i > 0 && damaged.length > 0; i--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int until = Math.min(bytes.length, at + random.nextInt(1, 20));
    return switch (random.nextInt(5)) {
      case 0 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      case 1 -> joined(bytes, at, INSERTS[random.nextInt(INSERTS.length)], at);
      case 2 -> joined(bytes, at, new byte[0], until);
      case 3 -> joined(bytes, until, Arrays.copyOfRange(bytes, at, until), until);
      default -> Arrays.copyOf(bytes, at);
    };
  }

  /** The bytes before an index, some others, and the bytes from another index. */
  private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(bytes, until + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, joined, until, middle.length);
    System.arraycopy(bytes, from, joined, until + middle.length, bytes.length - from);
    return joined;
  }
}
