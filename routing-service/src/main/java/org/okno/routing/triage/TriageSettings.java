package org.okno.routing.triage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the triage desk. */
@ConfigMapping(prefix = "okno.routing.triage")
interface TriageSettings {
  /** Hours an agency has for a need that a dispatcher assigned and none of its services names. */
  @WithDefault("72")
  int respondWithinHours();

  /** How long a dispatcher has an entry alone, counted from the last claim. */
  @WithDefault("30m")
  Duration claimLasts();

  /** Most entries that one call settles. */
  @WithDefault("100")
  int maxBatch();
}
