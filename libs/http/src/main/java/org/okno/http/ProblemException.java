package org.okno.http;

import jakarta.ws.rs.WebApplicationException;

/** Carries a {@link Problem} out of a resource method, or out of the conversion of a parameter. */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title() + ": " + problem.detail(), problem.asResponse());
    this.problem = problem;
  }

  /** The response. */
  public Problem problem() {
    return problem;
  }
}
