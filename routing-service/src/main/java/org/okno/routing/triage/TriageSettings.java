package org.okno.routing.triage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the triage desk. */
@ConfigMapping(prefix = "okno.routing.triage")
interface TriageSettings {
  /** Hours an agency has for a need that a dispatcher assigned and none of its services names. */
  @WithDefault("72")
  int respondWithinHours();
}
