package org.okno.routing.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the exactly-once step. */
@ConfigMapping(prefix = "okno.routing.decision")
interface DecisionSettings {
  /** One per running instance: Kafka fences the older of two producers with the same id. */
  @WithDefault("routing-0")
  String transactionalId();
}
