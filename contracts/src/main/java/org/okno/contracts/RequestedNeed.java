package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of help asked for in a request.
 *
 * @param id UUIDv7, unique over all requests
 * @param need code in the needs taxonomy, for example {@code food}; {@code unclear} where nobody
 *     named a need and none could be recognized in the text
 * @param situation code of the life situation, for example {@code lost-job}; the second axis of the
 *     taxonomy
 * @param suggestion where the need comes from; null where the person or the channel named it, and
 *     in events from before December 2026
 */
public record RequestedNeed(
    UUID id, String need, @Nullable String situation, @Nullable NeedSuggestion suggestion) {
  /** In place of a code of the taxonomy, which never has it: a dispatcher finds out. */
  public static final String UNCLEAR = "unclear";

  public RequestedNeed {
    requireNonNull(id, "id");
    requireNonNull(need, "need");
  }

  /** A need that was named. */
  public RequestedNeed(UUID id, String need, @Nullable String situation) {
    this(id, need, situation, null);
  }
}
