package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agency gets a need, and why.
 *
 * @param need code in the needs taxonomy
 * @param rule name of the routing rule that decided
 * @param ruleVersion version of that rule, from 1
 * @param reason a code, for example {@code only-agency}; {@link Reasons} has its text
 * @param respondWithinHours hours the agency has to settle the need
 * @param reasonParameters what the reason's text names; never personal data
 * @param respondWithin how much time the agency has to respond; null where no rule says so, and in
 *     events from before December 2026
 * @param resolveWithin how much time it has to settle the need; null as above: then {@code
 *     respondWithinHours} is, around the clock
 */
public record Assignment(
    UUID needId,
    String need,
    AgencyRef agency,
    String rule,
    int ruleVersion,
    String reason,
    int respondWithinHours,
    @Nullable Map<String, String> reasonParameters,
    @Nullable AllowedTime respondWithin,
    @Nullable AllowedTime resolveWithin) {
  public Assignment {
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(agency, "agency");
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    reasonParameters = reasonParameters == null ? null : Map.copyOf(reasonParameters);
  }

  /** An assignment for which no rule allows a time. */
  public Assignment(
      UUID needId,
      String need,
      AgencyRef agency,
      String rule,
      int ruleVersion,
      String reason,
      int respondWithinHours,
      @Nullable Map<String, String> reasonParameters) {
    this(
        needId,
        need,
        agency,
        rule,
        ruleVersion,
        reason,
        respondWithinHours,
        reasonParameters,
        null,
        null);
  }

  /** Why the need was assigned, as events of the case record it. */
  public AssignmentReason because() {
    return new AssignmentReason(
        rule, ruleVersion, reason, reasonParameters == null ? Map.of() : reasonParameters);
  }
}
