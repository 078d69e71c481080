package org.okno.intake.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.okno.http.Problem;

/** How many requests each channel may send to this instance: nobody crowds the others out. */
@Singleton
public class ChannelLimits {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MAX_BUCKETS = 10_000;

  // By the limits too: a file that changes them begins with a full bucket.
  private final Cache<Limited, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_BUCKETS).build();
  private final Channels channels;

  ChannelLimits(Channels channels) {
    this.channels = channels;
  }

  private record Limited(String channel, int perSecond, int burst) {
    Bucket bucket() {
      return Bucket.builder()
          .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, SECOND))
          .build();
    }
  }

  /** As {@link #count(Channel)}, for a channel that may have no file, and then has no limit. */
  public void count(String channel) {
    channels.find(channel).ifPresent(this::count);
  }

  /**
   * Counts one more request.
   *
   * @throws org.okno.http.ProblemException 429 where it is too many
   */
  public void count(Channel channel) {
    ChannelFile.Limits limits = channel.file().bounds();
    Integer perSecond = limits.requestsPerSecond();
    if (perSecond == null) {
      return;
    }
    int burst = limits.burst() == null ? perSecond : limits.burst();
    ConsumptionProbe probe =
        buckets
            .get(new Limited(channel.code(), perSecond, burst), Limited::bucket)
            .tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      throw Problem.of(
              429,
              "too-many-requests",
              "The channel sends too much at a time",
              "Nothing of this request was read. At most %d requests a second are accepted."
                  .formatted(perSecond))
          .retryAfter(Math.toIntExact(wait.plusNanos(999_999_999).toSeconds()))
          .asException();
    }
  }
}
