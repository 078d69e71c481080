package org.okno.casework.needs;

import org.okno.contracts.CaseEvent.NeedEvent;

/** What became of a step that was asked for. */
public sealed interface Change {

  /** The need is in a new state, and this event tells it. */
  record Made(NeedState state, NeedEvent event) implements Change {}

  /**
   * The need's state does not allow the step; nothing changed.
   *
   * @param reason one sentence for the person who asked
   */
  record Refused(String reason) implements Change {}
}
