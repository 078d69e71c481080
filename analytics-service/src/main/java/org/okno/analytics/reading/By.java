package org.okno.analytics.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/** What totals are summed by: a column of the rows. */
enum By {
  DAY,
  TERRITORY,
  AGENCY,
  CHANNEL,
  NEED;

  /**
   * By its name; {@link #DAY} for none.
   *
   * @throws org.okno.http.ProblemException 400 for any other
   */
  static By of(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return DAY;
    }
    return Arrays.stream(values())
        .filter(by -> by.column().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid(List.of(wrong())).asException());
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Problem.FieldError wrong() {
    String names = Arrays.stream(values()).map(By::column).collect(Collectors.joining(", "));
    return new Problem.FieldError("query:by", "expected one of " + names);
  }
}
