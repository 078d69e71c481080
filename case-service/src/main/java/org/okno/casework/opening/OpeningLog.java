package org.okno.casework.opening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Tells operators what became of decisions, after the commit. */
@Singleton
final class OpeningLog {
  private static final Logger LOG = Logger.getLogger(OpeningLog.class);

  private final Counter opened;
  private final Counter refused;

  OpeningLog(MeterRegistry metrics) {
    this.opened =
        Counter.builder("okno.cases.opened").description("Cases opened").register(metrics);
    this.refused =
        Counter.builder("okno.assignments.refused")
            .description("Assignments a case did not take: the need had its agency already")
            .register(metrics);
  }

  void tell(TakeDecisions.Taken taken) {
    taken.opened().forEach(requestId -> line("case opened", requestId));
    taken.changed().forEach(requestId -> line("case took a later decision", requestId));
    opened.increment(taken.opened().size());
    refused.increment(taken.refusals().size());
  }

  private static void line(String message, UUID requestId) {
    MDC.put("requestId", requestId);
    LOG.info(message);
    MDC.remove("requestId");
  }
}
