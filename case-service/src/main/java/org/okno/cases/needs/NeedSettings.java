package org.okno.cases.needs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of an agency's steps. */
@ConfigMapping(prefix = "okno.case.needs")
interface NeedSettings {
  /** How often a step is tried while other needs of the same case change at the same time. */
  @WithDefault("10")
  int attempts();
}
