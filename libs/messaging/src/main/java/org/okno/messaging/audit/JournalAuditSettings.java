package org.okno.messaging.audit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the journal is compared with its topics. */
@ConfigMapping(prefix = "okno.journal-audit")
public interface JournalAuditSettings {
  /** How often; {@code off} where a service has no journal. */
  String every();

  /** How long Debezium has to publish an event before it counts as missing. */
  Duration grace();

  /**
   * How far before its last event the journal is compared again at a start. A power cut takes from
   * a broker what its operating system had not written yet: half a minute, usually.
   */
  Duration lookBack();

  /** Events compared at once. */
  int maxEvents();
}
