package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
}
