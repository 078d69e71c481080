package org.okno.casework.needs;

import java.util.Collection;

/** Where a case stands, in one word for the citizen. */
public enum CaseStatus {
  /** Nobody works on it yet, and at least one need waits for a dispatcher. */
  IN_TRIAGE,
  /** Every open need has its agency; none has been taken on yet. */
  ASSIGNED,
  /** At least one agency has taken its need on, and not all is settled. */
  IN_WORK,
  /** Every need is resolved or declined. */
  SETTLED;

  /** The status of a case with these needs; at least one. */
  public static CaseStatus of(Collection<NeedStatus> needs) {
    if (needs.stream().allMatch(NeedStatus::isSettled)) {
      return SETTLED;
    }
    if (needs.contains(NeedStatus.ACCEPTED) || needs.contains(NeedStatus.RESOLVED)) {
      return IN_WORK;
    }
    return needs.contains(NeedStatus.IN_TRIAGE) ? IN_TRIAGE : ASSIGNED;
  }
}
