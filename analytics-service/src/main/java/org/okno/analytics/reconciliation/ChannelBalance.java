package org.okno.analytics.reconciliation;

/**
 * The needs of a channel over all days.
 *
 * @param decided assigned to an agency, or waiting in triage
 */
record ChannelBalance(String channel, long received, long decided) {}
