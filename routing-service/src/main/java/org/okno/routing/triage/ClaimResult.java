package org.okno.routing.triage;

import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.routing.triage.TriageClaim.By;

/** What becomes of a {@link ClaimStep}. */
sealed interface ClaimResult {
  /** Somebody else, or nobody, has the entry now. */
  record Changed(TriageClaim claim) implements ClaimResult {}

  /** The same step succeeded before: the time of a claim begins anew, and nothing else changes. */
  record Repeated(TriageClaim claim) implements ClaimResult {}

  /**
   * The entry is somebody else's; nothing changes.
   *
   * @param reason one sentence for whoever requested the step
   */
  record Rejected(String reason) implements ClaimResult {
    static Rejected has(By by) {
      return new Rejected(
          "Dispatcher %s works on the entry until %s.".formatted(by.dispatcher(), by.until()));
    }

    ProblemException asException() {
      return Problem.of(409, "claimed", "Somebody else works on the entry", reason).asException();
    }
  }
}
