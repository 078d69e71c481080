package org.okno.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long and how often is measured.
 *
 * @param warmUp the same work before the first run, not counted
 * @param run length of one run
 */
public record Timing(Duration warmUp, Duration run, int runs) {

  /** A unit of work; returns how many operations it did. */
  @FunctionalInterface
  public interface Work {
    long once() throws Exception;
  }

  /** Operations a second, run by run, when each worker repeats its work on a thread of its own. */
  public Runs rate(List<? extends Work> workers) throws InterruptedException {
    warmUp(workers);
    return warmRate(workers);
  }

  /** The warm-up alone. */
  public void warmUp(List<? extends Work> workers) throws InterruptedException {
    perSecond(workers, warmUp);
  }

  /** The runs alone, for work that was warmed up. */
  public Runs warmRate(List<? extends Work> workers) throws InterruptedException {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      rates.add(perSecond(workers, run));
    }
    return new Runs(rates);
  }

  private static double perSecond(List<? extends Work> workers, Duration length)
      throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    List<Callable<Long>> loops =
        workers.stream().map(work -> (Callable<Long>) () -> repeat(work, end)).toList();
    long done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      for (Future<Long> loop : threads.invokeAll(loops)) {
        done += loop.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The measured work failed: " + e.getCause(), e.getCause());
    }
    return done * 1e9 / (System.nanoTime() - begin);
  }

  private static long repeat(Work work, long end) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      done += work.once();
    }
    return done;
  }

  /** The same runs after another warm-up. */
  public Timing after(Duration otherWarmUp) {
    return new Timing(otherWarmUp, run, runs);
  }

  /** As a result file says it. */
  @Override
  public String toString() {
    return "%d runs of %d s after %d s of warm-up"
        .formatted(runs, run.toSeconds(), warmUp.toSeconds());
  }
}
