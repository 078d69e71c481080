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
 */
public record Assignment(
    UUID needId,
    String need,
    AgencyRef agency,
    String rule,
    int ruleVersion,
    String reason,
    int respondWithinHours,
    @Nullable Map<String, String> reasonParameters) {
  public Assignment {
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(agency, "agency");
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    reasonParameters = reasonParameters == null ? null : Map.copyOf(reasonParameters);
  }

  /** Why the need was assigned, as events of the case record it. */
  public AssignmentReason because() {
    return new AssignmentReason(
        rule, ruleVersion, reason, reasonParameters == null ? Map.of() : reasonParameters);
  }
}
