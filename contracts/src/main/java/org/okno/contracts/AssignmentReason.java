package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Why a need was assigned to its agency.
 *
 * @param rule name of the routing rule that decided
 * @param ruleVersion version of that rule, from 1
 * @param reason a code, for example {@code only-agency}; {@link Reasons} has its text
 * @param parameters what the text names: codes and names of the directory, never personal data
 */
public record AssignmentReason(
    String rule, int ruleVersion, String reason, Map<String, String> parameters) {
  public AssignmentReason {
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    parameters = Map.copyOf(requireNonNull(parameters, "parameters"));
  }
}
