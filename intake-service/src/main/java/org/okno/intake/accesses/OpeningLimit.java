package org.okno.intake.accesses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.okno.http.Problem;
import org.okno.identity.Caller;

/** How much personal data one caller may open: nobody reads the whole vault request by request. */
@Singleton
class OpeningLimit {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MAX_CALLERS = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MAX_CALLERS)
          // A bucket that nobody took from for a period is full, like a new one.
          .expireAfterAccess(PERIOD)
          .build();
  private final int openings;

  OpeningLimit(AccessSettings settings) {
    this.openings = settings.openingsPerMinute();
  }

  /**
   * Counts one more.
   *
   * @throws org.okno.http.ProblemException 429 where it is too many
   */
  void count(Caller caller) {
    ConsumptionProbe probe =
        buckets.get(caller.subject(), subject -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      throw Problem.of(
              429,
              "too-many-openings",
              "Too much personal data at a time",
              "Nothing was opened. At most %d requests a minute are.".formatted(openings))
          .retryAfter(Math.toIntExact(wait.plusSeconds(1).toSeconds()))
          .asException();
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(openings).refillGreedy(openings, PERIOD))
        .build();
  }
}
