package org.okno.routing.triage;

/** How urgent a request is, in the order of the desk: the column {@code urgency_rank}. */
public enum Urgency {
  EMERGENCY,
  URGENT,
  NORMAL,
  PLANNED
}
