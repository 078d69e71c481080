package org.okno.routing.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of decisions and of their exactly-once step. */
@ConfigMapping(prefix = "okno.routing.decision")
interface DecisionSettings {
  /**
   * One per running instance, since Kafka fences the older of two producers with the same id; the
   * same after a restart, which then ends the transaction of the former process at once. Default:
   * {@code routing-HOST-PORT}. It begins with {@code routing-}.
   */
  Optional<String> transactionalId();

  /**
   * From which confidence on a need that was recognized in the text is decided like one that was
   * named; below it a dispatcher decides.
   */
  @WithDefault("0.7")
  double leastConfidence();
}
