package org.okno.routing.hsds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.http.Problem;

/** The query parameter {@code modified_after}: a date-time, or the beginning of a day in UTC. */
@Schema(
    type = SchemaType.STRING,
    description = "A date-time with its zone, or a day",
    examples = "2026-11-01T00:00:00Z")
public record ModifiedAfter(Instant at) {
  /**
   * Reads the parameter.
   *
   * @throws org.okno.http.ProblemException 400 where it is neither
   */
  public static ModifiedAfter fromString(String text) {
    try {
      OffsetDateTime at =
          text.contains("T")
              ? OffsetDateTime.parse(text)
              : LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
      if (at.getYear() >= 1 && at.getYear() <= 9999) {
        return new ModifiedAfter(at.toInstant());
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw Problem.invalid(
            "query:modified_after", "expected a date-time such as 2026-11-01T00:00:00Z, or a day")
        .asException();
  }
}
