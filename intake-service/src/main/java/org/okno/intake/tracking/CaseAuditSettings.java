package org.okno.intake.tracking;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How requests without a case are found. */
@ConfigMapping(prefix = "okno.intake.case-audit")
public interface CaseAuditSettings {
  /** How often. */
  String every();

  /** How long a request may be on its way to its case; doubled with each time it is published. */
  Duration grace();

  /** How far before the newest request a start looks. */
  Duration lookBack();
}
