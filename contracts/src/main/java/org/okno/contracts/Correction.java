package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a correction changed in the needs of a request; the rest is in its questionnaire. A need
 * that has to be routed again is removed and added under another id.
 *
 * @param added ids of the needs of the questionnaire that are new
 * @param removed needs that it does not have any more; each counts as withdrawn
 * @param correctedAt when intake recorded it
 * @param actor who recorded it
 */
public record Correction(
    List<UUID> added, List<RequestedNeed> removed, Instant correctedAt, @Nullable Actor actor) {
  /** Why needs are withdrawn that a correction removes. */
  public static final String REASON = "corrected";

  public Correction {
    added = List.copyOf(requireNonNull(added, "added"));
    removed = List.copyOf(requireNonNull(removed, "removed"));
    requireNonNull(correctedAt, "correctedAt");
  }

  /** The withdrawal of what it removes. */
  public Withdrawal withdrawal() {
    return new Withdrawal(REASON, correctedAt, actor);
  }
}
