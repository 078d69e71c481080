package org.okno.intake.acceptance;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.okno.http.Problem;

/**
 * Logs each accepted request and counts: {@code okno.intake.requests{outcome, channel}} what Okno
 * keeps, {@code okno.intake.rejections{problem}} what it does not, {@code
 * okno.intake.recognitions{outcome}} the requests that named no need, by whether one was clear.
 */
@Singleton
public final class AcceptanceLog {
  private static final Logger LOG = Logger.getLogger(AcceptanceLog.class);

  private final MeterRegistry registry;

  AcceptanceLog(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Logs and counts an outcome; a rejection is counted by its problem. */
  void record(Submission submission, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted accepted -> {
        count(submission, "accepted");
        countRecognized(submission);
        MDC.put("requestId", accepted.request().requestId().toString());
        LOG.info("request accepted");
        MDC.remove("requestId");
      }
      case Outcome.Replayed replayed -> count(submission, "replayed");
      case Outcome.Rejected rejected -> {}
    }
  }

  /** Counts every problem of a response. */
  @ServerResponseFilter
  public void count(ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      count(problem);
    }
  }

  /** Counts a problem whose response has another form, such as the row of a batch. */
  public void count(Problem problem) {
    String name = problem.type().substring(problem.type().lastIndexOf(':') + 1);
    registry.counter("okno.intake.rejections", "problem", name).increment();
  }

  private void countRecognized(Submission submission) {
    if (submission.form().needs().isEmpty()) {
      String outcome =
          submission.needs().stream().allMatch(AskedNeed::isUnclear) ? "unclear" : "clear";
      registry.counter("okno.intake.recognitions", "outcome", outcome).increment();
    }
  }

  private void count(Submission submission, String outcome) {
    registry
        .counter("okno.intake.requests", "outcome", outcome, "channel", submission.form().channel())
        .increment();
  }
}
