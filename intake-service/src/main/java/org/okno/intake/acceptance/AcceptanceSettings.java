package org.okno.intake.acceptance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of accepting requests. */
@ConfigMapping(prefix = "okno.acceptance")
public interface AcceptanceSettings {
  /** Transactions at a time. */
  @WithDefault("3")
  int writers();

  /** Most requests in one transaction. */
  @WithDefault("64")
  int mostTogether();

  /** Most requests waiting for a transaction; one more is answered 503. */
  @WithDefault("2000")
  int mostWaiting();

  /** Longest wait of one request. */
  @WithDefault("10s")
  Duration patience();
}
