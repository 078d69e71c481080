package org.okno.bench.territory;

import org.okno.intake.territory.Candidates;

/** How the candidates of many places compare with the answer key. */
final class Score {
  private static final int AMONG = 3;

  private long all;
  private long clear;
  private long clearAndRight;
  private long best;
  private long among;
  private long nearBorder;

  void count(Candidates found, String right) {
    all++;
    nearBorder += found.isNearBorder() ? 1 : 0;
    if (found.clear().isPresent()) {
      clear++;
      clearAndRight += found.clear().get().territory().equals(right) ? 1 : 0;
    }
    best += has(found, right, 1);
    among += has(found, right, AMONG);
  }

  private static int has(Candidates found, String right, int first) {
    return found.all().stream().limit(first).anyMatch(one -> one.territory().equals(right)) ? 1 : 0;
  }

  long all() {
    return all;
  }

  /** The first candidate is right, in percent of all. */
  double best() {
    return percent(best);
  }

  /** The right one is among the first three, in percent of all. */
  double among() {
    return percent(among);
  }

  /** Clear, and right, in percent of all. */
  double right() {
    return percent(clearAndRight);
  }

  /** Clear, but wrong, in percent of all. */
  double wrong() {
    return percent(clear - clearAndRight);
  }

  /** Left to a person, in percent of all. */
  double open() {
    return percent(all - clear);
  }

  /** Said to be near a border, in percent of all. */
  double nearBorder() {
    return percent(nearBorder);
  }

  private double percent(long part) {
    return all == 0 ? 0 : 100.0 * part / all;
  }
}
