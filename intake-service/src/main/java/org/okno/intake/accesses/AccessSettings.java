package org.okno.intake.accesses;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of opening personal data. */
@ConfigMapping(prefix = "okno.intake.accesses")
public interface AccessSettings {
  /** How many requests one caller may open in a minute, at each instance. */
  @WithDefault("60")
  int openingsPerMinute();

  /** How often accesses in an emergency are counted that nobody approved; for the scheduler. */
  @WithDefault("1m")
  String countUnapprovedEvery();
}
