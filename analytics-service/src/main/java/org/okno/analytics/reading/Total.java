package org.okno.analytics.reading;

/**
 * Rows summed up. Durations are not among it: a median of medians is none.
 *
 * @param of what it sums: a day or a code, {@code -} for no agency
 * @param requests to {@code declined}: sums over the rows of the range
 * @param inTriage needs that waited at the end of the day {@code of}, or of the range's last day:
 *     the sum over the series' latest rows at or before it, since a series has no row on a day
 *     without facts
 * @param openAtEnd the same for needs the agencies had open
 */
record Total(
    String of,
    long requests,
    long received,
    long routed,
    long inTriage,
    long accepted,
    long resolved,
    long declined,
    long openAtEnd) {}
