package org.okno.bench.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.okno.engines.stack.Part;

/** The faults and their times: always the same for the same seed. */
record Plan(List<Step> steps) {

  private static final int PAUSE_SECONDS = 20;
  private static final List<Part> JOURNALING =
      Arrays.stream(Part.values()).filter(Part::hasJournal).toList();

  Plan {
    steps = List.copyOf(steps);
  }

  /**
   * @param waitMillis from the end of the fault before to this one
   */
  record Step(int number, long waitMillis, Fault fault) {}

  /**
   * @param secondsBetween on average; each wait is from half of it to one and a half
   */
  static Plan of(long seed, int faults, int secondsBetween) {
    Random random = new Random(seed);
    return new Plan(
        Stream.iterate(1, i -> i + 1)
            .limit(faults)
            .map(i -> new Step(i, wait(random, secondsBetween), fault(random)))
            .toList());
  }

  private static long wait(Random random, int secondsBetween) {
    return 500L * secondsBetween + random.nextLong(1000L * secondsBetween + 1);
  }

  /** Of twenty on average: fifteen kills, two pauses, one cold broker, two new connectors. */
  private static Fault fault(Random random) {
    int dice = random.nextInt(20);
    if (dice < 15) {
      return new Fault.Kill(pick(random, List.of(Part.values())), random.nextLong(3000));
    }
    if (dice < 17) {
      return new Fault.Pause(pick(random, List.of(Part.values())), PAUSE_SECONDS);
    }
    return dice < 18 ? new Fault.ColdBroker() : new Fault.NewConnector(pick(random, JOURNALING));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
