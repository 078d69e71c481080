package org.okno.analytics.reconciliation;

import java.time.LocalDate;

/** Requests of a channel on one day, and the needs in them. */
record ChannelCount(LocalDate day, String channel, long requests, long needs) {}
