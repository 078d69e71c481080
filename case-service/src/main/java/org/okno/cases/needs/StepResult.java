package org.okno.cases.needs;

import org.okno.contracts.CaseEvent.NeedEvent;

/** What the rules make of a step that was requested for a need. */
public sealed interface StepResult {
  Rejected IN_TRIAGE = new Rejected("The need is in triage: no agency has it yet.");
  Rejected NOT_ACCEPTED = new Rejected("The need is not accepted yet: accept it first.");
  Rejected NOT_STARTED = new Rejected("The agency has not begun to work on the need.");
  Rejected IS_STARTED = new Rejected("The agency works on the need already.");
  Rejected WAITS = new Rejected("The agency waits for the applicant.");
  Rejected WAITS_NOT = new Rejected("The agency does not wait for the applicant.");
  Rejected NOT_RESOLVED = new Rejected("The need is not resolved.");
  Rejected RESOLVED_LONG_AGO =
      new Rejected("The need was resolved more than 30 days ago: it is a new request.");
  Rejected UNCLAIMED = new Rejected("Nobody is responsible for the need yet: claim it first.");
  Rejected HAS_AGENCY = new Rejected("The need has its agency already.");
  Rejected IS_RESOLVED = new Rejected("The need is resolved already.");
  Rejected IS_DECLINED = new Rejected("The need was declined already.");
  Rejected IS_WITHDRAWN = new Rejected("The person withdrew the need.");
  Rejected DECIDED_BEFORE = new Rejected("The need was declined after this was decided.");

  /** This event happens. */
  record Changed(NeedEvent event) implements StepResult {}

  /** The same step succeeded before; nothing changes. */
  record Repeated() implements StepResult {}

  /**
   * The need's state does not allow the step; nothing changes.
   *
   * @param reason one sentence for whoever requested it
   */
  record Rejected(String reason) implements StepResult {}
}
