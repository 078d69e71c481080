package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kind of help asked for in a request.
 *
 * @param id UUIDv7, unique over all requests
 * @param need code in the needs taxonomy, for example {@code food}
 * @param situation code of the life situation, for example {@code lost-job}; the second axis of the
 *     taxonomy
 */
public record RequestedNeed(UUID id, String need, @Nullable String situation) {
  public RequestedNeed {
    requireNonNull(id, "id");
    requireNonNull(need, "need");
  }
}
