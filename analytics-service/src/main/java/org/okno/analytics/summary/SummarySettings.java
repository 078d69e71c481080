package org.okno.analytics.summary;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the summary is counted. */
@ConfigMapping(prefix = "okno.analytics.summary")
public interface SummarySettings {
  /** How often the rows that changed are emitted. */
  Duration emitInterval();

  /** The number of this count, from 1; one higher counts all anew from the beginning. */
  int recount();
}
