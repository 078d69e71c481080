package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need no rule could place: a dispatcher decides.
 *
 * @param reason why nothing matched: a code; {@link Reasons} has its text
 * @param candidates at most three guesses, best first
 * @param reasonParameters what the reason's text names; never personal data
 */
public record HeldNeed(
    UUID needId,
    String need,
    String reason,
    List<Candidate> candidates,
    @Nullable Map<String, String> reasonParameters) {
  public HeldNeed {
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(reason, "reason");
    candidates = List.copyOf(requireNonNull(candidates, "candidates"));
    reasonParameters = reasonParameters == null ? null : Map.copyOf(reasonParameters);
  }

  /**
   * An agency that might accept the need.
   *
   * @param reason why it is a guess: a code; {@link Reasons} has its text
   * @param reasonParameters what the reason's text names
   */
  public record Candidate(
      AgencyRef agency, String reason, @Nullable Map<String, String> reasonParameters) {
    public Candidate {
      requireNonNull(agency, "agency");
      requireNonNull(reason, "reason");
      reasonParameters = reasonParameters == null ? null : Map.copyOf(reasonParameters);
    }
  }
}
