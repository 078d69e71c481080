package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * A need no rule could place: a dispatcher decides.
 *
 * @param reason why nothing matched; never personal data
 * @param candidates at most three guesses, best first
 */
public record HeldNeed(UUID needId, String need, String reason, List<Candidate> candidates) {
  public HeldNeed {
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(reason, "reason");
    candidates = List.copyOf(requireNonNull(candidates, "candidates"));
  }

  /** An agency that might take the need, and why it is a guess. */
  public record Candidate(AgencyRef agency, String reason) {
    public Candidate {
      requireNonNull(agency, "agency");
      requireNonNull(reason, "reason");
    }
  }
}
