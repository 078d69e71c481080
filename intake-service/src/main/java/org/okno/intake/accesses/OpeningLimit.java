package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.okno.http.Problem;
import org.okno.http.RateLimits;
import org.okno.identity.Caller;

/** How much personal data one caller may open: nobody reads the whole vault request by request. */
@Singleton
class OpeningLimit {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MAX_CALLERS = 100_000;

  private final RateLimits<String> limits;
  private final int openings;

  OpeningLimit(AccessSettings settings) {
    this.openings = settings.openingsPerMinute();
    RateLimits.Rate rate = RateLimits.Rate.of(openings, PERIOD);
    this.limits = new RateLimits<>(MAX_CALLERS, subject -> rate);
  }

  /**
   * Counts one more.
   *
   * @throws org.okno.http.ProblemException 429 where it is too many
   */
  void count(Caller caller) {
    limits
        .take(caller.subject())
        .ifPresent(
            wait -> {
              throw Problem.of(
                      429,
                      "too-many-openings",
                      "Too much personal data at a time",
                      "Nothing was opened. At most %d requests a minute are.".formatted(openings))
                  .retryAfter(wait)
                  .asException();
            });
  }
}
