package org.okno.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A token bucket for each caller, channel or address. Limits are those of this instance, and are
 * forgotten with it. Memory is bounded: of too many keys the least used begin anew.
 *
 * @param <K> whom a limit is for, equal by value
 */
public final class RateLimits<K> {

  /**
   * What a key may do.
   *
   * @param burst tokens of a full bucket
   * @param refill tokens that come back in a period, evenly
   */
  public record Rate(long burst, long refill, Duration period) {
    /** So many in a period, at once or spread. */
    public static Rate of(long tokens, Duration period) {
      return new Rate(tokens, tokens, period);
    }

    private Bucket bucket(TimeMeter time) {
      return Bucket.builder()
          .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
          .withCustomTimePrecision(time)
          .build();
    }
  }

  private final Cache<K, Bucket> buckets;
  private final Function<K, Rate> rates;
  private final TimeMeter time;

  /**
   * @param maxKeys that are remembered
   * @param rates the rate of each key
   */
  public RateLimits(int maxKeys, Function<K, Rate> rates) {
    this(maxKeys, rates, TimeMeter.SYSTEM_MILLISECONDS);
  }

  /**
   * @param time of the buckets
   */
  public RateLimits(int maxKeys, Function<K, Rate> rates, TimeMeter time) {
    this.buckets = Caffeine.newBuilder().maximumSize(maxKeys).build();
    this.rates = rates;
    this.time = time;
  }

  /**
   * Takes a token.
   *
   * @return how long until there is one, where there was none; nothing was taken then
   */
  public Optional<Duration> take(K key) {
    var probe = buckets.get(key, k -> rates.apply(k).bucket(time)).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** How long until there is a token, where there is none now. Takes nothing. */
  public Optional<Duration> untilNext(K key) {
    Bucket bucket = buckets.getIfPresent(key);
    if (bucket == null) {
      return Optional.empty();
    }
    var estimate = bucket.estimateAbilityToConsume(1);
    return estimate.canBeConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
  }
}
