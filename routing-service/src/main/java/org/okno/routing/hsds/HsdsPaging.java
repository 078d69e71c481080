package org.okno.routing.hsds;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/** Which page of a list, as HSDS counts them. */
public record HsdsPaging(
    @Parameter(description = "Number of the page, from 1", example = "1") @QueryParam("page")
        @Nullable PageNumber page,
    @Parameter(description = "Objects a page", example = "50") @QueryParam("per_page")
        @Nullable PageSize perPage) {

  /** The query parameter {@code page}. */
  @Schema(
      type = SchemaType.INTEGER,
      format = "int32",
      description = "Number of the page, from 1",
      minimum = "1",
      maximum = "100000",
      defaultValue = "1",
      examples = "1")
  public record PageNumber(int value) {
    private static final int MAX = 100_000;

    /**
     * Reads the parameter.
     *
     * @throws org.okno.http.ProblemException 400 where it is no number from 1 to {@value #MAX}
     */
    public static PageNumber fromString(String text) {
      return new PageNumber(HsdsPaging.number("page", text, MAX));
    }
  }

  /** The query parameter {@code per_page}. */
  @Schema(
      type = SchemaType.INTEGER,
      format = "int32",
      description = "Objects a page",
      minimum = "1",
      maximum = "100",
      defaultValue = "50",
      examples = "50")
  public record PageSize(int value) {
    private static final int MAX = 100;
    private static final int DEFAULT = 50;

    /**
     * Reads the parameter.
     *
     * @throws org.okno.http.ProblemException 400 where it is no number from 1 to {@value #MAX}
     */
    public static PageSize fromString(String text) {
      return new PageSize(HsdsPaging.number("per_page", text, MAX));
    }
  }

  int number() {
    return page == null ? 1 : page.value();
  }

  int size() {
    return perPage == null ? PageSize.DEFAULT : perPage.value();
  }

  int offset() {
    return (number() - 1) * size();
  }

  private static int number(String name, String text, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw Problem.invalid("query:" + name, "expected a number from 1 to " + max).asException();
  }
}
