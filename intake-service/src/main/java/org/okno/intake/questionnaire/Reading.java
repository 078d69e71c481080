package org.okno.intake.questionnaire;

import java.util.List;
import org.okno.http.Problem.FieldError;

/** What a body turned out to be. */
public sealed interface Reading {

  /** A questionnaire without a fault. */
  record Valid(FilledQuestionnaire questionnaire) implements Reading {}

  /** Not a questionnaire: every wrong field. */
  record Invalid(List<FieldError> errors) implements Reading {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }
}
