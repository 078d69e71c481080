package org.okno.analytics.summary;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the summary is counted. */
@ConfigMapping(prefix = "okno.analytics.summary")
public interface SummarySettings {
  /** How often the rows that changed are emitted. */
  Duration emitInterval();

  /** How often all was counted anew from the beginning; one higher starts the next recount. */
  int recount();

  /** How often it is seen whether a recount has caught up. */
  String finishRecountEvery();
}
