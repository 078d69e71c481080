package org.okno.analytics.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing to count, once.
 *
 * @param day calendar day in the territory's zone
 * @param seconds from the person's asking to this; never below 0
 * @param at time of the event that records it
 */
public record Fact(Series series, LocalDate day, Measure measure, long seconds, Instant at) {
  public Fact {
    requireNonNull(series, "series");
    requireNonNull(day, "day");
    requireNonNull(measure, "measure");
    requireNonNull(at, "at");
  }
}
