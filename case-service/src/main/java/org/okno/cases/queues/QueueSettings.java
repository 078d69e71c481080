package org.okno.cases.queues;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of reading cases. */
@ConfigMapping(prefix = "okno.case.queues")
interface QueueSettings {
  /** Readers who wait for a case at most; one more gets the case as it is now. */
  @WithDefault("500")
  int maxWaiting();
}
