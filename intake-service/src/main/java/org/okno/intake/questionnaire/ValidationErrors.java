package org.okno.intake.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.okno.http.Problem.FieldError;

/**
 * The validation errors of one questionnaire. They name fields and expectations, never values: a
 * response may be logged on its way.
 */
public final class ValidationErrors {
  /** How many errors a response holds at most: a hostile body must not cause a huge one. */
  static final int LIMIT = 200;

  private final List<FieldError> errors = new ArrayList<>();

  /** Adds an error of a field. */
  public void add(String pointer, String detail) {
    if (errors.size() < LIMIT) {
      errors.add(new FieldError(pointer, detail));
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** All of them. */
  public List<FieldError> all() {
    return List.copyOf(errors);
  }
}
