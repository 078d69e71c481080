package org.okno.casework.needs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;

/**
 * Who has to settle a need, by when, and why they.
 *
 * @param rule name of the routing rule that decided
 * @param reason one sentence a dispatcher can read
 * @param dueAt when the need should be settled
 */
public record Responsibility(
    AgencyRef agency,
    String rule,
    int ruleVersion,
    String reason,
    Instant assignedAt,
    Instant dueAt) {
  public Responsibility {
    requireNonNull(agency, "agency");
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    requireNonNull(assignedAt, "assignedAt");
    requireNonNull(dueAt, "dueAt");
  }

  /** By an assignment of routing: the clock of the agency starts at the decision. */
  public static Responsibility by(Assignment assignment, Instant decidedAt) {
    return new Responsibility(
        assignment.agency(),
        assignment.rule(),
        assignment.ruleVersion(),
        assignment.reason(),
        decidedAt,
        decidedAt.plus(Duration.ofHours(assignment.respondWithinHours())));
  }
}
