package org.okno.intake.acceptance;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.okno.http.Problem;

/** Counts refusals by their problem: {@code okno.intake.refused{problem}}. */
public final class RefusalCount {
  private final MeterRegistry registry;

  public RefusalCount(MeterRegistry registry) {
    this.registry = registry;
  }

  @ServerResponseFilter
  public void count(ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      count(problem);
    }
  }

  /** Counts a refused row of a batch, whose problem is no answer of its own. */
  void count(Problem problem) {
    String kind = problem.type().substring(problem.type().lastIndexOf(':') + 1);
    registry.counter("okno.intake.refused", "problem", kind).increment();
  }
}
