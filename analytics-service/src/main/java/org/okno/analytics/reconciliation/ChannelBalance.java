package org.okno.analytics.reconciliation;

/**
 * Requests of a channel over all days, and needs: received, routed, returned by agencies, waiting
 * in triage now.
 */
record ChannelBalance(
    String channel, long requests, long received, long routed, long returned, long inTriage) {

  /** Decisions that must come: one for each need, and one more each time it is returned. */
  long toDecide() {
    return received + returned;
  }

  /** Needs that an agency was assigned or that wait for a dispatcher. */
  long decided() {
    return routed + inTriage;
  }
}
