package org.okno.cases.needs;

import org.okno.contracts.CaseEvent.NeedEvent;

/** What the rules make of a step that was requested for a need. */
public sealed interface StepResult {
  Rejected IN_TRIAGE = new Rejected("The need is in triage: no agency has it yet.");
  Rejected NOT_ACCEPTED = new Rejected("The need is not accepted yet: accept it first.");
  Rejected HAS_AGENCY = new Rejected("The need has its agency already.");
  Rejected IS_RESOLVED = new Rejected("The need is resolved already.");
  Rejected IS_DECLINED = new Rejected("The need was declined already.");
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
