package org.okno.routing.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed;

/**
 * A need on the desk.
 *
 * @param reason why no rule placed it
 * @param agency who got it; null while it waits
 * @param assignedAt null while it waits
 */
public record TriageNeed(
    UUID needId,
    String need,
    String reason,
    List<HeldNeed.Candidate> candidates,
    @Nullable AgencyRef agency,
    @Nullable Instant assignedAt) {
  public TriageNeed {
    candidates = List.copyOf(candidates);
  }

  static TriageNeed of(HeldNeed held) {
    return new TriageNeed(held.needId(), held.need(), held.reason(), held.candidates(), null, null);
  }

  /** Whether a dispatcher has yet to decide. */
  boolean isWaiting() {
    return agency == null;
  }

  TriageNeed assignedTo(AgencyRef to, Instant at) {
    return new TriageNeed(needId, need, reason, candidates, to, at);
  }
}
