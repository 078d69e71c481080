package org.okno.routing.hsds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the directory in the form of HSDS. */
@ConfigMapping(prefix = "okno.routing.hsds")
interface HsdsSettings {
  /** Hours an agency has for a need by a service that HSDS brought: the standard has no such. */
  @WithDefault("72")
  int respondWithinHours();
}
