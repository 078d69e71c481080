package org.okno.analytics.reconciliation;

/**
 * Requests of a channel over all days, and needs: received, routed, returned by agencies, waiting
 * in triage now, withdrawn while they waited there.
 */
record ChannelBalance(
    String channel,
    long requests,
    long received,
    long routed,
    long returned,
    long inTriage,
    long withdrawn) {

  /** Decisions that must come: one for each need, and one more each time it is returned. */
  long toDecide() {
    return received + returned;
  }

  /** Needs that an agency was assigned, that wait for a dispatcher or were withdrawn there. */
  long decided() {
    return routed + inTriage + withdrawn;
  }
}
