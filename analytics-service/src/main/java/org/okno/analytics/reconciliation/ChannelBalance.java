package org.okno.analytics.reconciliation;

/** Requests of a channel over all days, and needs: received, routed, waiting in triage now. */
record ChannelBalance(String channel, long requests, long received, long routed, long inTriage) {

  /** Needs that an agency was assigned or that wait for a dispatcher. */
  long decided() {
    return routed + inTriage;
  }
}
