package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Help is not needed any more.
 *
 * @param reason a code such as {@code not-needed}
 * @param withdrawnAt when intake recorded it
 * @param actor who recorded it; null where that is not known
 */
public record Withdrawal(String reason, Instant withdrawnAt, @Nullable Actor actor) {
  public Withdrawal {
    requireNonNull(reason, "reason");
    requireNonNull(withdrawnAt, "withdrawnAt");
  }
}
