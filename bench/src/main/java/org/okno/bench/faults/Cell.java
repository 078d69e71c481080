package org.okno.bench.faults;

/**
 * One number of the daily summary.
 *
 * @param day {@value #LAST} for a stock as it is now
 * @param agency {@code -} before one is known
 */
record Cell(
    String day, String territory, String agency, String channel, String need, String measure) {
  static final String LAST = "last";
}
