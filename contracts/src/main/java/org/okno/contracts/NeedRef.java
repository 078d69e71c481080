package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A need of a case with what a reader counts it by.
 *
 * @param need code in the needs taxonomy
 * @param requestedAt when the person asked
 */
public record NeedRef(
    UUID requestId,
    UUID needId,
    String need,
    String channel,
    TerritoryRef territory,
    Instant requestedAt) {
  public NeedRef {
    requireNonNull(requestId, "requestId");
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(channel, "channel");
    requireNonNull(territory, "territory");
    requireNonNull(requestedAt, "requestedAt");
  }
}
