package org.okno.bench.routing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was suggested for one request, and what was right.
 *
 * @param labels best first; at least one
 * @param confidence of the first, 0 to 1
 */
record Ranking(List<String> labels, double confidence, String truth) {

  Ranking {
    labels = List.copyOf(labels);
  }

  static Ranking of(List<String> names, float[] probabilities, String truth) {
    List<Integer> order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .limit(3)
            .toList();
    return new Ranking(
        order.stream().map(names::get).toList(), probabilities[order.getFirst()], truth);
  }

  boolean right() {
    return labels.getFirst().equals(truth);
  }

  boolean rightAmongThree() {
    return labels.contains(truth);
  }
}
