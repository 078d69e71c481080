package org.okno.intake.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.okno.http.Problem;
import org.okno.intake.acceptance.BatchThenSingly.Attempt;

/**
 * Lets concurrent callers share a commit: items that arrive while all writers are in a transaction
 * share the next one. Nothing waits for a batch to fill: an idle writer takes a single item at
 * once.
 *
 * @param <T> an item
 * @param <R> the result for an item
 */
final class GroupCommit<T, R> implements AutoCloseable {
  private final BatchThenSingly<T, R> transaction;
  private final int maxBatchSize;
  private final BlockingQueue<Queued<T, R>> queue;
  private final List<Thread> writers;
  private volatile boolean closed;

  private record Queued<T, R>(T item, CompletableFuture<R> result) {

    void complete(Attempt<R> attempt) {
      switch (attempt) {
        case Attempt.Succeeded<R> succeeded -> result.complete(succeeded.result());
        case Attempt.Failed<R> failed -> result.completeExceptionally(failed.reason());
      }
    }
  }

  /**
   * @param writers transactions at the same time
   * @param maxBatchSize items in one transaction at most
   * @param queueCapacity items waiting for a writer at most
   */
  GroupCommit(BatchThenSingly<T, R> transaction, int writers, int maxBatchSize, int queueCapacity) {
    this.transaction = transaction;
    this.maxBatchSize = maxBatchSize;
    this.queue = new ArrayBlockingQueue<>(queueCapacity);
    this.writers =
        IntStream.rangeClosed(1, writers)
            .mapToObj(
                i -> Thread.ofPlatform().daemon().name("group-commit-" + i).start(this::write))
            .toList();
  }

  /** The result of an item, later; empty where the queue is full, or after closing. */
  Optional<CompletableFuture<R>> submit(T item) {
    return submit(item, Integer.MAX_VALUE);
  }

  /**
   * The result of an item, later; empty where as many or more items wait already, where the queue
   * is full, or after closing.
   */
  Optional<CompletableFuture<R>> submit(T item, int waiting) {
    Queued<T, R> queued = new Queued<>(item, new CompletableFuture<>());
    return !closed && queue.size() < waiting && queue.offer(queued)
        ? Optional.of(queued.result)
        : Optional.empty();
  }

  /** How many items wait for a writer. */
  int queueSize() {
    return queue.size();
  }

  /** Stops the writers after their current transactions; items that still wait fail. */
  @Override
  public void close() {
    closed = true;
    writers.forEach(Thread::interrupt);
    try {
      for (Thread writer : writers) {
        writer.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Attempt<R> shutDown = new Attempt.Failed<>(Problem.unavailable(2).asException());
    queue.forEach(queued -> queued.complete(shutDown));
  }

  private void write() {
    List<Queued<T, R>> batch = new ArrayList<>(maxBatchSize);
    while (!closed) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(batch, maxBatchSize - 1);
      write(batch);
      batch.clear();
    }
  }

  private void write(List<Queued<T, R>> batch) {
    try {
      List<Attempt<R>> attempts = transaction.run(batch.stream().map(Queued::item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).complete(attempts.get(i));
      }
    } catch (Throwable e) {
      // An Error: its callers must not wait for ever, and the writer must continue.
      batch.forEach(queued -> queued.result.completeExceptionally(e));
    }
  }
}
