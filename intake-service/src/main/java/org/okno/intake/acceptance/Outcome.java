package org.okno.intake.acceptance;

import org.okno.http.Problem;

/** What became of a submission. */
sealed interface Outcome {

  /** Okno keeps it from now on. */
  record Accepted(AcceptedRequest request) implements Outcome {}

  /** The same was accepted before: the first response again. */
  record Replayed(AcceptedRequest request) implements Outcome {}

  /** One of its keys belongs to another questionnaire. */
  record Rejected(Problem problem) implements Outcome {}
}
