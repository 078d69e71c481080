package org.okno.intake.mapping;

import java.time.Duration;

/**
 * How much one evaluation may take.
 *
 * @param time of the processor after which it is stopped
 * @param depth expressions within each other
 * @param items elements of one list
 * @param size characters and values of one result, and of what it consists of
 * @param allocation bytes in all, garbage included
 */
public record MappingBounds(Duration time, int depth, int items, int size, long allocation) {
  /** Room for any message that people write, and little beyond. */
  public static final MappingBounds STANDARD =
      new MappingBounds(Duration.ofSeconds(1), 200, 10_000, 1 << 20, 128L << 20);
}
