package org.okno.cases.opening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.cases.opening.HandleDecisions.Handled;

/** Logs and counts what became of decisions, after the commit. */
@Singleton
class OpeningLog {
  private static final Logger LOG = Logger.getLogger(OpeningLog.class);

  private final Counter opened;
  private final Counter rejected;

  OpeningLog(MeterRegistry metrics) {
    this.opened =
        Counter.builder("okno.cases.opened").description("Cases opened").register(metrics);
    this.rejected =
        Counter.builder("okno.assignments.rejected")
            .description("Assignments that a case rejected: the need had its agency already")
            .register(metrics);
  }

  void log(Handled handled) {
    handled.opened().forEach(requestId -> line("case opened", requestId));
    handled.changed().forEach(requestId -> line("case changed by a later decision", requestId));
    opened.increment(handled.opened().size());
    rejected.increment(handled.rejected());
  }

  private static void line(String message, UUID requestId) {
    MDC.put("requestId", requestId.toString());
    LOG.info(message);
    MDC.remove("requestId");
  }
}
