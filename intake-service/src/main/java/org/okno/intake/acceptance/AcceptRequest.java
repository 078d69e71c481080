package org.okno.intake.acceptance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.okno.http.Problem;
import org.okno.intake.channels.Priority;

/** Accepts one request, in a transaction that it may share with concurrent ones. */
@Singleton
class AcceptRequest {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final GroupCommit<Submission, Outcome> groupCommit;
  private final Duration timeout;
  private final int queueCapacity;

  AcceptRequest(
      AcceptanceTransaction transaction, AcceptanceSettings settings, MeterRegistry registry) {
    this.timeout = settings.timeout();
    this.queueCapacity = settings.queueCapacity();
    this.groupCommit =
        new GroupCommit<>(
            BatchThenSingly.of(transaction::accept),
            settings.writers(),
            settings.maxBatchSize(),
            settings.queueCapacity());
    Gauge.builder("okno.intake.queue.size", groupCommit, GroupCommit::queueSize)
        .description("Requests waiting for a group commit")
        .register(registry);
  }

  /**
   * The outcome, after its commit.
   *
   * @param priority how much of the queue it may find in front of it
   * @throws org.okno.http.ProblemException 503 where that is more, or the timeout is over
   */
  Outcome accept(Submission submission, Priority priority) {
    CompletableFuture<Outcome> outcome =
        groupCommit
            .submit(submission, queueCapacity * priority.percentOfQueue() / 100)
            .orElseThrow(() -> Problem.unavailable(RETRY_AFTER_SECONDS).asException());
    try {
      return outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw Problem.unavailable(RETRY_AFTER_SECONDS).asException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable(RETRY_AFTER_SECONDS).asException();
    }
  }

  @PreDestroy
  void close() {
    groupCommit.close();
  }
}
