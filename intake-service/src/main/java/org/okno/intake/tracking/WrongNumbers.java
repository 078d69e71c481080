package org.okno.intake.tracking;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.okno.http.Problem;
import org.okno.http.RateLimits;

/**
 * How many numbers that do not exist an address may try: whoever mistypes has some more, whoever
 * guesses has too few. Behind them an address gets no number at all, so that it does not learn
 * which exist.
 */
@Singleton
public class WrongNumbers {
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int MAX_ADDRESSES = 100_000;

  private final RateLimits<String> limits;
  private final MeterRegistry metrics;

  @Inject
  WrongNumbers(TrackingSettings settings, MeterRegistry metrics) {
    this(settings.wrongNumbers(), TimeMeter.SYSTEM_MILLISECONDS, metrics);
  }

  /**
   * @param permitted wrong numbers of an address in ten minutes
   */
  WrongNumbers(int permitted, TimeMeter time, MeterRegistry metrics) {
    RateLimits.Rate rate = RateLimits.Rate.of(permitted, PERIOD);
    this.limits = new RateLimits<>(MAX_ADDRESSES, address -> rate, time);
    this.metrics = metrics;
  }

  /**
   * What is found by a number.
   *
   * @throws org.okno.http.ProblemException 404 where nothing is; 429 for an address that tried too
   *     many numbers
   */
  public <T> T requireKnown(HttpServerRequest request, Supplier<Optional<T>> find) {
    ClientAddress address = ClientAddress.of(request);
    requireFew(address);
    return find.get()
        .orElseThrow(
            () -> {
              count(address);
              return Problem.notFound(
                      "There is no request with this number. Check it for typing errors.")
                  .asException();
            });
  }

  /**
   * Refuses an address that tried too many.
   *
   * @throws org.okno.http.ProblemException 429, whether the number exists or not
   */
  void requireFew(ClientAddress address) {
    limits
        .untilNext(address.group())
        .ifPresent(
            wait -> {
              count("throttled");
              throw Problem.of(
                      429,
                      "too-many-wrong-numbers",
                      "Too many numbers that do not exist",
                      "Look for the number where you were told it, and try again later.")
                  .retryAfter(wait)
                  .asException();
            });
  }

  /** Counts one more. */
  void count(ClientAddress address) {
    limits.take(address.group());
    count("unknown");
  }

  private void count(String outcome) {
    metrics.counter("okno.intake.tracking.wrong.numbers", "outcome", outcome).increment();
  }
}
