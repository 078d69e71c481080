package org.okno.intake.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.okno.http.Problem;

/**
 * How many numbers that do not exist an address may try: whoever mistypes has some more, whoever
 * guesses has too few. Behind them an address gets no number at all, so that it does not learn
 * which exist.
 */
@Singleton
class WrongNumbers {
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int MAX_ADDRESSES = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MAX_ADDRESSES)
          // A bucket that nobody took from for a period is full, like a new one.
          .expireAfterAccess(PERIOD)
          .build();
  private final int permitted;
  private final TimeMeter time;
  private final MeterRegistry metrics;

  @Inject
  WrongNumbers(TrackingSettings settings, MeterRegistry metrics) {
    this(settings.wrongNumbers(), TimeMeter.SYSTEM_MILLISECONDS, metrics);
  }

  /**
   * @param permitted wrong numbers of an address in ten minutes
   */
  WrongNumbers(int permitted, TimeMeter time, MeterRegistry metrics) {
    this.permitted = permitted;
    this.time = time;
    this.metrics = metrics;
  }

  /**
   * Refuses an address that tried too many.
   *
   * @throws org.okno.http.ProblemException 429, whether the number exists or not
   */
  void requireFew(ClientAddress address) {
    Bucket bucket = buckets.getIfPresent(address.group());
    if (bucket == null) {
      return;
    }
    var ability = bucket.estimateAbilityToConsume(1);
    if (!ability.canBeConsumed()) {
      count("throttled");
      Duration wait = Duration.ofNanos(ability.getNanosToWaitForRefill());
      throw Problem.of(
              429,
              "too-many-wrong-numbers",
              "Too many numbers that do not exist",
              "Look for the number where you were told it, and try again later.")
          .retryAfter(Math.toIntExact(wait.plusSeconds(1).toSeconds()))
          .asException();
    }
  }

  /** Counts one more. */
  void count(ClientAddress address) {
    buckets.get(address.group(), group -> bucket()).tryConsume(1);
    count("unknown");
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(permitted).refillGreedy(permitted, PERIOD))
        .withCustomTimePrecision(time)
        .build();
  }

  private void count(String outcome) {
    metrics.counter("okno.intake.tracking.wrong.numbers", "outcome", outcome).increment();
  }
}
