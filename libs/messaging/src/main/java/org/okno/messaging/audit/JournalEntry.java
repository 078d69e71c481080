package org.okno.messaging.audit;

import java.util.UUID;

/** Which event a row of the journal holds, and where it belongs. */
record JournalEntry(long seq, UUID eventId, String topic) {}
