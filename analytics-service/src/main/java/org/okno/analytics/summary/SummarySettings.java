package org.okno.analytics.summary;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the summary is counted. */
@ConfigMapping(prefix = "okno.summary")
public interface SummarySettings {
  /** For how long a second delivery of an event is known as such. */
  Duration rememberEvents();

  /** How often the rows that changed are told. */
  Duration tellEvery();
}
