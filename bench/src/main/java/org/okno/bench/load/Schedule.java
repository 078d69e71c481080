package org.okno.bench.load;

import java.util.ArrayList;
import java.util.List;

/** When each arrival is due, whatever the outcome of earlier ones: evenly within each phase. */
public record Schedule(List<Phase> phases) {

  public Schedule {
    phases = List.copyOf(phases);
  }

  /** One rate all along. */
  public static Schedule constant(int seconds, double rate) {
    return new Schedule(List.of(new Phase("constant", seconds, rate)));
  }

  /**
   * An arrival.
   *
   * @param number from 0
   * @param nanos after the beginning
   */
  public record Arrival(int number, long nanos, Phase phase) {
    /** The second, from 0, in which it is due. */
    public int second() {
      return (int) (nanos / 1_000_000_000L);
    }
  }

  public int seconds() {
    return phases.stream().mapToInt(Phase::seconds).sum();
  }

  /** All arrivals in their order. */
  public List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    long begin = 0;
    for (Phase phase : phases) {
      long count = Math.round(phase.seconds() * phase.rate());
      for (long i = 0; i < count; i++) {
        arrivals.add(new Arrival(arrivals.size(), begin + (long) (i * 1e9 / phase.rate()), phase));
      }
      begin += phase.seconds() * 1_000_000_000L;
    }
    return arrivals;
  }

  /** The second, from 0, in which a phase begins. */
  public int begin(Phase wanted) {
    int begin = 0;
    for (Phase phase : phases) {
      if (phase.equals(wanted)) {
        return begin;
      }
      begin += phase.seconds();
    }
    throw new IllegalArgumentException("no such phase: " + wanted);
  }
}
