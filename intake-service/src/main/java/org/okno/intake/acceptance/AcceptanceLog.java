package org.okno.intake.acceptance;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Notes what was accepted: one line a request, and a count by channel. */
@Singleton
public final class AcceptanceLog {
  private static final Logger LOG = Logger.getLogger(AcceptanceLog.class);

  private final MeterRegistry registry;

  public AcceptanceLog(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notes an outcome; refusals are counted where they are answered. */
  public void note(Submission submission, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        count(submission, "accepted");
        MDC.put("requestId", accepted.request().requestId().toString());
        LOG.info("request accepted");
        MDC.remove("requestId");
      }
      case Outcome.Replayed replayed -> count(submission, "replayed");
      case Outcome.KeyReused reused -> {}
      case Outcome.ExternalIdReused reused -> {}
    }
  }

  private void count(Submission submission, String outcome) {
    registry
        .counter("okno.intake.requests", "outcome", outcome, "channel", submission.form().channel())
        .increment();
  }
}
