package org.okno.casework.needs;

/** Where a need stands, as lists and counts name it. */
public enum NeedStatus {
  IN_TRIAGE,
  ASSIGNED,
  ACCEPTED,
  RESOLVED,
  DECLINED;

  /** Whether nothing more is expected of anybody, unless a dispatcher gives the need again. */
  public boolean isSettled() {
    return this == RESOLVED || this == DECLINED;
  }
}
