package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An agency that would not help with a need.
 *
 * @param reason a code such as {@code no-capacity}
 */
public record Refusal(AgencyRef agency, String reason, Instant declinedAt) {
  public Refusal {
    requireNonNull(agency, "agency");
    requireNonNull(reason, "reason");
    requireNonNull(declinedAt, "declinedAt");
  }

  /** A need comes back because somebody declined it. */
  static void requireAny(List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("refusals: at least one is required");
    }
  }
}
