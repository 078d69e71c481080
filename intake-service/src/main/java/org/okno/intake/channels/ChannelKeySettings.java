package org.okno.intake.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the channels' keys. */
@ConfigMapping(prefix = "okno.intake.channel-keys")
public interface ChannelKeySettings {
  /**
   * How long a key is accepted without reading its row again: as long a key that another instance
   * revoked is still accepted here.
   */
  @WithDefault("5s")
  Duration cacheFor();

  /** How many keys are kept in memory. */
  @WithDefault("1000")
  int cached();
}
