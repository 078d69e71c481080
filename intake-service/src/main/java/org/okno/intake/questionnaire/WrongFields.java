package org.okno.intake.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.okno.http.Problem.FieldError;

/**
 * Collects what is wrong in one questionnaire. Names places and expectations, never values: an
 * answer may be logged on its way.
 */
final class WrongFields {
  /** Most fields named in one answer: a hostile body must not make a bigger one. */
  static final int LIMIT = 200;

  private final List<FieldError> errors = new ArrayList<>();

  void add(String pointer, String detail) {
    if (errors.size() < LIMIT) {
      errors.add(new FieldError(pointer, detail));
    }
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  List<FieldError> all() {
    return List.copyOf(errors);
  }
}
