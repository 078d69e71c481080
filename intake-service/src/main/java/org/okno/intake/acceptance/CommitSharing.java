package org.okno.intake.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.okno.intake.acceptance.TryTogether.Attempt;

/**
 * Lets concurrent callers share a commit: what arrives while all writers are in a transaction goes
 * together into the next one. Nobody waits for company: an idle writer takes a lone item at once.
 *
 * @param <T> what is handed in
 * @param <R> what comes of it, one for one
 */
public final class CommitSharing<T, R> implements AutoCloseable {
  private final TryTogether<T, R> transaction;
  private final int mostTogether;
  private final BlockingQueue<Waiting<T, R>> queue;
  private final List<Thread> writers;
  private volatile boolean closed;

  private record Waiting<T, R>(T item, CompletableFuture<R> result) {

    void settle(Attempt<R> attempt) {
      switch (attempt) {
        case Attempt.Done<R> done -> result.complete(done.result());
        case Attempt.Failed<R> failed -> result.completeExceptionally(failed.reason());
      }
    }
  }

  /**
   * @param writers transactions at a time
   * @param mostTogether most items in one transaction
   * @param mostWaiting most items waiting for a writer
   */
  public CommitSharing(
      TryTogether<T, R> transaction, int writers, int mostTogether, int mostWaiting) {
    this.transaction = transaction;
    this.mostTogether = mostTogether;
    this.queue = new ArrayBlockingQueue<>(mostWaiting);
    this.writers =
        IntStream.rangeClosed(1, writers)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("accept-" + i).start(this::write))
            .toList();
  }

  /**
   * Hands an item in.
   *
   * @return what comes of it, later; empty where too many wait already, or after closing
   */
  public Optional<CompletableFuture<R>> submit(T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    return !closed && queue.offer(waiting) ? Optional.of(waiting.result) : Optional.empty();
  }

  /** Items waiting for a writer. */
  public int waiting() {
    return queue.size();
  }

  /** Ends the writers after the transactions at hand; who still waits is told so. */
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
    Attempt<R> shutDown = new Attempt.Failed<>(new IllegalStateException("shutting down"));
    queue.forEach(left -> left.settle(shutDown));
  }

  private void write() {
    List<Waiting<T, R>> together = new ArrayList<>(mostTogether);
    while (!closed) {
      try {
        together.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(together, mostTogether - 1);
      writeTogether(together);
      together.clear();
    }
  }

  private void writeTogether(List<Waiting<T, R>> together) {
    try {
      List<Attempt<R>> attempts = transaction.run(together.stream().map(Waiting::item).toList());
      for (int i = 0; i < together.size(); i++) {
        together.get(i).settle(attempts.get(i));
      }
    } catch (Throwable e) {
      // An Error: the callers must not wait for ever, and the writer must go on.
      together.forEach(waiting -> waiting.result.completeExceptionally(e));
    }
  }
}
