package org.okno.intake.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code feedback}.
 *
 * @param answer code of an {@link Answer}
 * @param words a {@link org.okno.contracts.SealedBlock} as JSON; null without words
 */
record FeedbackRow(
    UUID id, UUID requestId, String answer, @Nullable String words, Instant givenAt) {}
