package org.okno.intake.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of channels. */
@ConfigMapping(prefix = "okno.intake.channels")
public interface ChannelSettings {
  /** How long a channel is used without reading its file again. */
  @WithDefault("2s")
  Duration cacheFor();

  /** How many channels are kept in memory. */
  @WithDefault("1000")
  int cached();

  /** How many mappings are evaluated at the same time. */
  @WithDefault("2")
  int mappingThreads();
}
