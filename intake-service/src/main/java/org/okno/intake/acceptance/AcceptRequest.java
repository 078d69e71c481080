package org.okno.intake.acceptance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/**
 * Accepts one request, in a transaction that it may share with those that come at the same time.
 */
public final class AcceptRequest {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final CommitSharing<Submission, Outcome> sharing;
  private final Duration patience;

  /**
   * @param patience longest wait for the database; after it the caller is asked to come again
   */
  public AcceptRequest(CommitSharing<Submission, Outcome> sharing, Duration patience) {
    this.sharing = sharing;
    this.patience = patience;
  }

  /**
   * The outcome, after its commit.
   *
   * @throws ProblemException 503 where too many wait already, or the database is too slow
   * @throws org.okno.intake.database.DatabaseException if it could not be written
   */
  public Outcome accept(Submission submission) {
    CompletableFuture<Outcome> outcome =
        sharing
            .submit(submission)
            .orElseThrow(() -> Problem.unavailable(RETRY_AFTER_SECONDS).asException());
    try {
      return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
}
