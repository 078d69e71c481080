package org.okno.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time with one rate of arrivals.
 *
 * @param rate arrivals a second
 */
public record Phase(String name, int seconds, double rate) {

  /**
   * DIGIT's test, scaled up: warm-up, spikes at 15, 25 and 35 times the base rate with valleys
   * between them, then a sustained stretch at ten times.
   *
   * @param scale 1 for the whole length: 30 s a phase, 60 s at the end
   */
  public static List<Phase> spikes(double base, double scale) {
    int length = Math.max(1, (int) Math.round(30 * scale));
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase("warm-up", length, base));
    for (int times : new int[] {15, 25, 35}) {
      phases.add(new Phase("spike x" + times, length, times * base));
      phases.add(new Phase("valley after x" + times, length, base));
    }
    phases.add(new Phase("sustained x10", 2 * length, 10 * base));
    return phases;
  }

  public boolean isSpike() {
    return name.startsWith("spike");
  }
}
