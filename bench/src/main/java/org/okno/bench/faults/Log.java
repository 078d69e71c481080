package org.okno.bench.faults;

/** Prints messages with the seconds since the start. */
final class Log {

  private final long begin = System.nanoTime();

  void say(String what) {
    System.out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
  }
}
