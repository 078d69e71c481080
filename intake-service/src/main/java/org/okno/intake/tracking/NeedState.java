package org.okno.intake.tracking;

/** Where one need of a request is, as the case tells it. */
public enum NeedState {
  IN_TRIAGE,
  ASSIGNED,
  ACCEPTED,
  RESOLVED,
  DECLINED
}
