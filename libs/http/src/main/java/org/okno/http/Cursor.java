package org.okno.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a page of a list begins: behind an item, known by its sort key; the query parameter {@code
 * cursor}.
 *
 * @param key the parts of the item's sort key
 */
@Schema(
    type = SchemaType.STRING,
    description = "Where the page begins: taken from the header Link of the page before",
    maxLength = 2000,
    examples = "MDE5Y2FkMzAtMDU5YS03YWY0LTgxZDEtYTk4YzZiOTYzNGEy")
public record Cursor(List<String> key) {
  // No sort key holds a control character.
  private static final String SEPARATOR = "\n";

  public Cursor {
    key = List.copyOf(key);
  }

  /** The cursor behind an item. */
  public static Cursor behind(Object... key) {
    return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
  }

  /**
   * Reads the parameter.
   *
   * @throws ProblemException 400 where it is no cursor
   */
  public static Cursor fromString(String text) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      if (decoded.indexOf('\0') < 0) {
        return new Cursor(List.of(decoded.split(SEPARATOR, -1)));
      }
    } catch (IllegalArgumentException e) {
      // reported below
    }
    throw invalid();
  }

  /**
   * A part of the key.
   *
   * @param parse throws an {@link IllegalArgumentException} or {@link java.time.DateTimeException}
   *     for text that this service never wrote
   * @throws ProblemException 400 where the cursor is of another list
   */
  public <T> T part(int index, Function<String, T> parse) {
    try {
      return parse.apply(key.get(index));
    } catch (IllegalArgumentException | java.time.DateTimeException | IndexOutOfBoundsException e) {
      throw invalid();
    }
  }

  /**
   * A part of the key that is a date-time of the years that a database knows.
   *
   * @throws ProblemException 400 where the cursor is of another list
   */
  public Instant instant(int index) {
    return part(
        index,
        text -> {
          Instant at = Instant.parse(text);
          QueryConverters.requireYear(at.atOffset(ZoneOffset.UTC).getYear());
          return at;
        });
  }

  /**
   * A part of the key that is a calendar day of the same years.
   *
   * @throws ProblemException 400 where the cursor is of another list
   */
  public LocalDate day(int index) {
    return part(index, QueryConverters::day);
  }

  /**
   * The key of a list that is sorted by an id.
   *
   * @throws ProblemException 400 where the cursor is of another list
   */
  public UUID uuid() {
    return part(0, UUID::fromString);
  }

  /** As in the address of the next page. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.stream().collect(Collectors.joining(SEPARATOR)).getBytes(UTF_8));
  }

  private static ProblemException invalid() {
    return Problem.invalid("query:cursor", "expected a cursor as this service gave it")
        .asException();
  }
}
