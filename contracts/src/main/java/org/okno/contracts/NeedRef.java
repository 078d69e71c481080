package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need of a case with what a reader counts it by.
 *
 * @param need code in the needs taxonomy
 * @param requestedAt when the person asked
 * @param version of the need with this event: 1 when its case opens, one higher at each event of
 *     the need; null in events from before December 2026
 */
public record NeedRef(
    UUID requestId,
    UUID needId,
    String need,
    String channel,
    TerritoryRef territory,
    Instant requestedAt,
    @Nullable Long version) {
  public NeedRef {
    requireNonNull(requestId, "requestId");
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(channel, "channel");
    requireNonNull(territory, "territory");
    requireNonNull(requestedAt, "requestedAt");
  }
}
