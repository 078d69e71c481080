package org.okno.bench.routing;

import java.util.ArrayList;
import java.util.List;
import org.okno.bench.measure.Series;

/** Collects figures, and prints each at once. */
final class ScoreBoard {
  private final List<Score> scores = new ArrayList<>();
  private final List<Series> curves = new ArrayList<>();

  void progress(String what) {
    System.err.println("  " + what + " …");
  }

  void add(Score score) {
    if (scores.isEmpty()) {
      System.err.println(Score.header());
    }
    System.err.println(score);
    scores.add(score);
  }

  void curve(String name, List<Ranking> rankings) {
    List<Series.Point> all = Measures.errorOverCoverage(rankings);
    int every = Math.max(1, all.size() / 200);
    List<Series.Point> points = new ArrayList<>();
    // The first few are too few to have a share of wrong ones.
    for (int i = Math.min(all.size() - 1, all.size() / 50); i < all.size(); i += every) {
      points.add(all.get(i));
    }
    curves.add(
        new Series("routing-coverage", name, "share decided", "share of those wrong", points));
  }

  List<Score> scores() {
    return scores;
  }

  List<Series> curves() {
    return curves;
  }
}
