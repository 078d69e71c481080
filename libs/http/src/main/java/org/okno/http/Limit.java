package org.okno.http;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many items a page has; the query parameter {@code limit}. */
@Schema(
    type = SchemaType.INTEGER,
    format = "int32",
    description = "Items a page",
    minimum = "1",
    maximum = "1000",
    defaultValue = Limit.DEFAULT,
    examples = Limit.DEFAULT)
public record Limit(int value) {
  /** For {@code @DefaultValue}. */
  public static final String DEFAULT = "50";

  /** Most items a page. */
  public static final int MAX = 1000;

  /**
   * Reads the parameter.
   *
   * @throws ProblemException 400 where it is no number from 1 to {@value #MAX}
   */
  public static Limit fromString(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= MAX) {
        return new Limit(value);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw Problem.invalid("query:limit", "expected a number from 1 to " + MAX).asException();
  }

  /** How many rows to read: one more tells whether there is a next page. */
  public int rowsToRead() {
    return value + 1;
  }
}
