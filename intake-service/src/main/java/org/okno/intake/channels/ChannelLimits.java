package org.okno.intake.channels;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.okno.http.Problem;
import org.okno.http.RateLimits;

/** How many requests each channel may send to this instance: nobody crowds the others out. */
@Singleton
public class ChannelLimits {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MAX_BUCKETS = 10_000;

  private final RateLimits<Limited> limits = new RateLimits<>(MAX_BUCKETS, Limited::rate);
  private final Channels channels;

  ChannelLimits(Channels channels) {
    this.channels = channels;
  }

  /** By the limits too: a file that changes them begins with a full bucket. */
  private record Limited(String channel, int perSecond, int burst) {
    RateLimits.Rate rate() {
      return new RateLimits.Rate(burst, perSecond, SECOND);
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
    ChannelFile.Limits bounds = channel.file().bounds();
    Integer perSecond = bounds.requestsPerSecond();
    if (perSecond == null) {
      return;
    }
    int burst = bounds.burst() == null ? perSecond : bounds.burst();
    limits
        .take(new Limited(channel.code(), perSecond, burst))
        .ifPresent(
            wait -> {
              throw Problem.of(
                      429,
                      "too-many-requests",
                      "The channel sends too much at a time",
                      "Nothing of this request was read. At most %d requests a second are accepted."
                          .formatted(perSecond))
                  .retryAfter(wait)
                  .asException();
            });
  }
}
