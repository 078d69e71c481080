package org.okno.intake.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.okno.http.Problem.FieldError;

/**
 * The validation errors of one questionnaire, one a field: the first that was found. They name
 * fields and expectations, never values: a response may be logged on its way.
 */
public final class ValidationErrors {
  /** How many errors a response holds at most: a hostile body must not cause a huge one. */
  static final int LIMIT = 200;

  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> pointers = new HashSet<>();

  /** Adds an error of a field, unless it has one. */
  public void add(String pointer, String detail) {
    if (errors.size() < LIMIT && pointers.add(pointer)) {
      errors.add(new FieldError(pointer, detail));
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Whether there is one of this field. */
  boolean has(String pointer) {
    return pointers.contains(pointer);
  }

  /** All of them. */
  public List<FieldError> all() {
    return List.copyOf(errors);
  }
}
