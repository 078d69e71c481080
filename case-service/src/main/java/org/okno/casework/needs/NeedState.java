package org.okno.casework.needs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a need stands, with what is known of it there. A step is a method of the states that may
 * take it, and of no other.
 */
public sealed interface NeedState {

  /** The state's name. */
  NeedStatus status();

  /** A dispatcher has to find the agency. */
  record InTriage() implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.IN_TRIAGE;
    }

    Assigned assign(Responsibility to) {
      return new Assigned(to);
    }
  }

  /** An agency has it and has not answered yet. */
  record Assigned(Responsibility by) implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ASSIGNED;
    }

    Accepted accept(Instant at) {
      return new Accepted(by, at);
    }

    Declined decline(DeclineReason reason, Instant at) {
      return new Declined(by, null, reason, at);
    }
  }

  /** The agency took it on. */
  record Accepted(Responsibility by, Instant acceptedAt) implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.ACCEPTED;
    }

    Resolved resolve(Outcome outcome, Instant at) {
      return new Resolved(by, acceptedAt, outcome, at);
    }

    /** Also who took a need on may find that they cannot help. */
    Declined decline(DeclineReason reason, Instant at) {
      return new Declined(by, acceptedAt, reason, at);
    }
  }

  /** Settled: the end. */
  record Resolved(Responsibility by, Instant acceptedAt, Outcome outcome, Instant resolvedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.RESOLVED;
    }
  }

  /**
   * The agency will not help; a dispatcher may give the need to another.
   *
   * @param acceptedAt null where it was never taken on
   */
  record Declined(
      Responsibility by, @Nullable Instant acceptedAt, DeclineReason reason, Instant declinedAt)
      implements NeedState {
    @Override
    public NeedStatus status() {
      return NeedStatus.DECLINED;
    }

    Assigned assign(Responsibility to) {
      return new Assigned(to);
    }
  }
}
