package org.okno.analytics.reconciliation;

import io.smallrye.config.ConfigMapping;

/** How the summary is compared with what intake accepted. */
@ConfigMapping(prefix = "okno.analytics.reconciliation")
public interface ReconciliationSettings {
  /** How often; what was accepted by one time must be counted by the next. */
  String every();

  /** Days compared, up to the present one. */
  int days();
}
