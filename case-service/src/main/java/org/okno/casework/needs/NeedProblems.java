package org.okno.casework.needs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/** What can be wrong with what is asked of a need. */
final class NeedProblems {
  private NeedProblems() {}

  static ProblemException noNeed() {
    return Problem.notFound("There is no such need in this case; it may not have come here yet.")
        .asException();
  }

  /** The constant that a field of the body names, or 400 with what would be right. */
  static <E extends Enum<E>> E required(Class<E> kind, @Nullable String code, String pointer) {
    return Codes.read(kind, code)
        .orElseThrow(
            () ->
                Problem.invalid(
                        List.of(
                            new Problem.FieldError(
                                pointer, "expected one of " + Codes.choice(kind))))
                    .asException());
  }
}
