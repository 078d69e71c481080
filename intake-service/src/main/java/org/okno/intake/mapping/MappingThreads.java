package org.okno.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Evaluates mappings on threads of their own: only of a platform thread does the virtual machine
 * tell how much it allocates, and only as many evaluate as there are threads.
 */
public final class MappingThreads implements AutoCloseable {
  private static final int STACK_BYTES = 8 << 20;
  private static final int QUEUE = 1_000;

  /** So long a message waits behind those of another channel whose mapping is slow. */
  private static final Duration WAIT = Duration.ofSeconds(5);

  private final MappingBounds bounds;
  private final ExecutorService threads;

  /**
   * @param threads how many evaluate at a time
   */
  public MappingThreads(int threads, MappingBounds bounds) {
    this.bounds = bounds;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("mapping-", 1).stackSize(STACK_BYTES).factory());
  }

  /**
   * What a mapping makes of a document.
   *
   * @param busy what is thrown where too many wait already, or for too long
   * @throws MappingException where the mapping fails, or is stopped
   */
  public JsonNode apply(
      Mapping mapping, JsonNode input, Supplier<? extends RuntimeException> busy) {
    Future<JsonNode> result;
    try {
      result = threads.submit(() -> mapping.apply(input, bounds));
    } catch (RejectedExecutionException e) {
      throw busy.get();
    }
    try {
      return result.get(WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      throw busy.get();
    } catch (ExecutionException e) {
      throw MappingException.causedBy(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy.get();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
