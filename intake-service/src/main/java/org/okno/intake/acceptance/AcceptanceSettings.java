package org.okno.intake.acceptance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of acceptance. */
@ConfigMapping(prefix = "okno.intake.acceptance")
public interface AcceptanceSettings {
  /** Group commits at the same time. */
  @WithDefault("3")
  int writers();

  /** Requests in one group commit at most. */
  @WithDefault("64")
  int maxBatchSize();

  /**
   * Requests waiting for a group commit at most; one more gets a 503, of a channel with less than
   * high priority sooner.
   */
  @WithDefault("2000")
  int queueCapacity();

  /**
   * Batches read at the same time; one more gets a 429. Each has a database connection at times.
   */
  @WithDefault("8")
  int maxBatches();

  /** How long a request waits for its commit; then it gets a 503. */
  @WithDefault("10s")
  Duration timeout();
}
