package org.okno.intake.acceptance;

/** What became of a submission. */
public sealed interface Outcome {

  /** Okno keeps it from now on. */
  record Accepted(AcceptedRequest request) implements Outcome {}

  /** The same was accepted before: the first answer again. */
  record Replayed(AcceptedRequest request) implements Outcome {}

  /** The {@code Idempotency-Key} belongs to another questionnaire. */
  record KeyReused() implements Outcome {}

  /** The channel gave this external id to another questionnaire. */
  record ExternalIdReused() implements Outcome {}
}
