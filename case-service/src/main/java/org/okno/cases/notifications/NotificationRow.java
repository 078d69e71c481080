package org.okno.cases.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told: a row of the table {@code notification}.
 *
 * @param position in the order in which it came
 * @param needId null where it concerns the whole case
 */
record NotificationRow(
    long position, UUID eventId, String type, Instant at, UUID requestId, @Nullable UUID needId) {}
