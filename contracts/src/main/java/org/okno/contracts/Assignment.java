package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Which agency gets a need, and why.
 *
 * @param need code in the needs taxonomy
 * @param rule name of the routing rule that decided
 * @param ruleVersion version of that rule, from 1
 * @param reason one sentence a dispatcher can read; never personal data
 * @param respondWithinHours hours the agency has to settle the need
 */
public record Assignment(
    UUID needId,
    String need,
    AgencyRef agency,
    String rule,
    int ruleVersion,
    String reason,
    int respondWithinHours) {
  public Assignment {
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(agency, "agency");
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
  }
}
