package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when something has to happen to a need.
 *
 * @param kind {@code assignment} for a need in triage, {@code response} and {@code resolution} for
 *     one that has its agency
 * @param allowed how much time there is
 * @param nextStepAt when somebody is told next: before it is due, that it will be; null where
 *     nobody is any more
 */
public record Deadline(
    String kind, AllowedTime allowed, Instant dueAt, @Nullable Instant nextStepAt) {
  public static final String ASSIGNMENT = "assignment";
  public static final String RESPONSE = "response";
  public static final String RESOLUTION = "resolution";

  public Deadline {
    requireNonNull(kind, "kind");
    requireNonNull(allowed, "allowed");
    requireNonNull(dueAt, "dueAt");
  }

  /** When a need should be settled; empty where none of its deadlines says. */
  public static Optional<Instant> resolutionDue(@Nullable List<Deadline> deadlines) {
    return deadlines == null
        ? Optional.empty()
        : deadlines.stream()
            .filter(one -> one.kind.equals(RESOLUTION))
            .map(Deadline::dueAt)
            .findFirst();
  }
}
