package org.okno.contracts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a request stands, in one word for the person who asked: the one rule for intake, tracking
 * and case.
 */
public enum RequestStatus {
  /** Okno has it; no case has been opened yet. */
  RECEIVED,
  /** Nobody works on it yet, and for at least one need the agency is still looked for. */
  IN_TRIAGE,
  /** Every open need has its agency; none has been accepted yet. */
  ASSIGNED,
  /** At least one agency has accepted its need, and not all needs are settled. */
  IN_WORK,
  /** Every need is resolved, declined or withdrawn. */
  SETTLED;

  private static final Set<NeedStatus> WORKED_ON =
      EnumSet.of(
          NeedStatus.ACCEPTED,
          NeedStatus.IN_PROGRESS,
          NeedStatus.WAITING_FOR_APPLICANT,
          NeedStatus.RESOLVED);

  /** The status of a request with these needs; without any it has no case yet. */
  public static RequestStatus of(Collection<NeedStatus> needs) {
    if (needs.isEmpty()) {
      return RECEIVED;
    }
    if (needs.stream().allMatch(NeedStatus::isSettled)) {
      return SETTLED;
    }
    if (needs.stream().anyMatch(WORKED_ON::contains)) {
      return IN_WORK;
    }
    return needs.contains(NeedStatus.IN_TRIAGE) || needs.contains(NeedStatus.RETURNED)
        ? IN_TRIAGE
        : ASSIGNED;
  }

  /** As tables and HTTP write it: {@code in-work}. */
  public String code() {
    return Codes.of(this);
  }
}
