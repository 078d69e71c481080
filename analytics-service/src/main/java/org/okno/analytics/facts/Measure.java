package org.okno.analytics.facts;

/**
 * What a fact counts, and how it moves the stocks: the needs that wait in triage and the needs an
 * agency has open.
 */
public enum Measure {
  /** A request came in; counted with its first need. */
  REQUESTED(0, 0),
  /** A need was asked for. */
  RECEIVED(0, 0),
  /** A need began to wait for a dispatcher. */
  HELD(1, 0),
  /** A dispatcher assigned a waiting need to an agency. */
  PLACED(-1, 0),
  /** A need was assigned to an agency. */
  ROUTED(0, 1),
  /** The agency accepted the need. */
  ACCEPTED(0, 0),
  /** The need was settled. */
  RESOLVED(0, -1),
  /** The agency will not help with the need. */
  DECLINED(0, -1),
  /** What the agency declined goes back to routing; counted besides the decline. */
  RETURNED(0, 0),
  /** A resolved need is open again. */
  REOPENED(0, 1),
  /** A need that waited for a dispatcher was withdrawn. */
  WITHDRAWN_FROM_TRIAGE(-1, 0),
  /** A need that an agency had was withdrawn before it began. */
  WITHDRAWN(0, -1);

  private final int triage;
  private final int open;

  Measure(int triage, int open) {
    this.triage = triage;
    this.open = open;
  }

  /** Needs that come to triage (1) or leave it (-1). */
  public int triage() {
    return triage;
  }

  /** Needs that the agency gets open (1) or settles (-1). */
  public int open() {
    return open;
  }

  /** Whether the fact still holds on the days after its own. */
  public boolean movesStock() {
    return triage != 0 || open != 0;
  }
}
