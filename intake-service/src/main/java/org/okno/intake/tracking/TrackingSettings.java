package org.okno.intake.tracking;

import io.smallrye.config.ConfigMapping;

/** Settings of what people ask with their tracking number. */
@ConfigMapping(prefix = "okno.intake.tracking")
interface TrackingSettings {
  /** Numbers that do not exist which one address may try in ten minutes. */
  int wrongNumbers();
}
