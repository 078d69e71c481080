package org.okno.routing.triage;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/** A query parameter that is a number of minutes. */
@Schema(
    type = SchemaType.INTEGER,
    format = "int32",
    description = "Minutes",
    minimum = "0",
    maximum = "5256000",
    examples = "30")
public record Minutes(int value) {
  // Ten years: the beginning of the period is a time that every database knows.
  private static final int MAX = 5_256_000;

  /**
   * Reads the parameter.
   *
   * @throws ProblemException 400 where it is no number from 0 to {@value #MAX}
   */
  public static Minutes fromString(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= MAX) {
        return new Minutes(value);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw Problem.invalid("query:minAgeMinutes", "expected a number of minutes, 0 to " + MAX)
        .asException();
  }

  Duration duration() {
    return Duration.ofMinutes(value);
  }
}
