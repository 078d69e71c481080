package org.okno.bench.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.okno.bench.measure.Series.Point;

/** Figures over rankings. */
final class Measures {
  private static final int BINS = 15;

  private Measures() {}

  static double accuracy(List<Ranking> rankings) {
    return rankings.stream().filter(Ranking::right).count() / (double) rankings.size();
  }

  static double amongThree(List<Ranking> rankings) {
    return rankings.stream().filter(Ranking::rightAmongThree).count() / (double) rankings.size();
  }

  /** Mean F1 of all labels that are right or suggested somewhere, each counting the same. */
  static double macroF1(List<Ranking> rankings) {
    Map<String, Counts> byLabel = new TreeMap<>();
    for (Ranking ranking : rankings) {
      String suggested = ranking.labels().getFirst();
      counts(byLabel, suggested).suggested++;
      counts(byLabel, ranking.truth()).present++;
      if (ranking.right()) {
        counts(byLabel, suggested).right++;
      }
    }
    return byLabel.values().stream().mapToDouble(Counts::f1).average().orElse(0);
  }

  private static Counts counts(Map<String, Counts> byLabel, String label) {
    return byLabel.computeIfAbsent(label, l -> new Counts());
  }

  /** How often a label was suggested, present, and both. */
  static final class Counts {
    int suggested;
    int present;
    int right;

    double f1() {
      return suggested + present == 0 ? 0 : 2.0 * right / (suggested + present);
    }
  }

  /** Mean distance of confidence and accuracy over bins of confidence, weighted by their size. */
  static double calibrationError(List<Ranking> rankings) {
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    for (Ranking ranking : rankings) {
      int bin = Math.min(BINS - 1, (int) (ranking.confidence() * BINS));
      confidence[bin] += ranking.confidence();
      right[bin] += ranking.right() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - right[bin]);
    }
    return error / rankings.size();
  }

  /** The largest share, most confident first, of which no more than {@code wrong} are wrong. */
  static double coverage(List<Ranking> rankings, double wrong) {
    return errorOverCoverage(rankings).stream()
        .filter(point -> point.y() <= wrong)
        .mapToDouble(Point::x)
        .max()
        .orElse(0);
  }

  /** The least confidence that keeps the wrong ones of these rankings within a share. */
  static double threshold(List<Ranking> rankings, double wrong) {
    List<Ranking> sorted = sorted(rankings);
    double covered = coverage(rankings, wrong);
    int last = (int) Math.round(covered * sorted.size());
    return last == 0 ? 1.01 : sorted.get(last - 1).confidence();
  }

  /** The share of wrong ones among the most confident, for every share of all. */
  static List<Point> errorOverCoverage(List<Ranking> rankings) {
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    int covered = 0;
    for (Ranking ranking : sorted(rankings)) {
      covered++;
      wrong += ranking.right() ? 0 : 1;
      points.add(new Point(covered / (double) rankings.size(), wrong / (double) covered));
    }
    return points;
  }

  private static List<Ranking> sorted(List<Ranking> rankings) {
    return rankings.stream()
        .sorted(Comparator.comparingDouble(Ranking::confidence).reversed())
        .toList();
  }
}
