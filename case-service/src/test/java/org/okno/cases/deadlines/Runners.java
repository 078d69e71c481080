package org.okno.cases.deadlines;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** As many runners as a test wants, beside the one of the service. */
@Singleton
public class Runners {
  private final TakeSteps takeSteps;

  Runners(TakeSteps takeSteps) {
    this.takeSteps = takeSteps;
  }

  /** Takes steps until none is due; returns how many these runners took. */
  public int run(int runners) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<Callable<Integer>> all =
          IntStream.range(0, runners).<Callable<Integer>>mapToObj(i -> this::takeAll).toList();
      int taken = 0;
      for (var one : threads.invokeAll(all)) {
        taken += one.get();
      }
      return taken;
    }
  }

  private int takeAll() {
    int all = 0;
    int taken = takeSteps.take().size();
    while (taken > 0) {
      all += taken;
      taken = takeSteps.take().size();
    }
    return all;
  }
}
