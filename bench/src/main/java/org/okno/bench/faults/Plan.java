package org.okno.bench.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The faults and their times: always the same for the same seed and kinds. */
record Plan(List<Step> steps) {

  Plan {
    steps = List.copyOf(steps);
  }

  /**
   * @param waitMillis from the end of the fault before to this one
   */
  record Step(int number, long waitMillis, Kind kind, Fault fault) {}

  /**
   * @param secondsBetween on average; each wait is from half of it to one and a half
   * @param kinds at least one; each is drawn by its weight
   */
  static Plan of(long seed, int faults, int secondsBetween, Set<Kind> kinds) {
    Random random = new Random(seed);
    List<Kind> mix =
        Stream.of(Kind.values())
            .filter(kinds::contains)
            .flatMap(kind -> Stream.generate(() -> kind).limit(kind.weight()))
            .toList();
    return new Plan(
        Stream.iterate(1, i -> i + 1)
            .limit(faults)
            .map(i -> step(i, random, secondsBetween, mix))
            .toList());
  }

  /** How many of each kind. */
  Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    steps.forEach(step -> counts.merge(step.kind(), 1, Integer::sum));
    return counts;
  }

  private static Step step(int number, Random random, int secondsBetween, List<Kind> mix) {
    long wait = 500L * secondsBetween + random.nextLong(1000L * secondsBetween + 1);
    Kind kind = mix.get(random.nextInt(mix.size()));
    return new Step(number, wait, kind, kind.draw(random));
  }
}
