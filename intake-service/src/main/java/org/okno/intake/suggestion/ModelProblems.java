package org.okno.intake.suggestion;

import org.okno.http.Problem;
import org.okno.http.ProblemException;

/** What calls about models are refused with. */
final class ModelProblems {
  private ModelProblems() {}

  static ProblemException unknown() {
    return Problem.notFound("There is no model with this version.").asException();
  }

  /**
   * @param why as the reader of models says it
   */
  static ProblemException unreadable(String why) {
    return Problem.of(
            409,
            "model-unreadable",
            "The model cannot be read",
            "It is " + why + ". The active model stays as it is. Activate another, or train one.")
        .asException();
  }
}
