package org.okno.casework.lists;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.Codes;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/** What a list was asked for. Whatever is not understood is 400 and named, never ignored. */
final class Asked {
  private Asked() {}

  static void onlyParameters(UriInfo uri, String... known) {
    List<Problem.FieldError> strange =
        uri.getQueryParameters().keySet().stream()
            .filter(name -> !List.of(known).contains(name))
            .map(
                name ->
                    new Problem.FieldError(
                        "query:" + name, "expected one of " + String.join(", ", known)))
            .toList();
    if (!strange.isEmpty()) {
      throw Problem.invalid(strange).asException();
    }
  }

  static int limit(@Nullable String limit) {
    try {
      return Page.limit(limit == null ? null : Integer.valueOf(limit));
    } catch (NumberFormatException e) {
      throw wrong("limit", "expected 1 to " + Page.MAX_LIMIT);
    }
  }

  static <P> @Nullable P place(@Nullable String cursor, Function<String, P> reader) {
    String place = Page.place(cursor);
    try {
      return place == null ? null : reader.apply(place);
    } catch (RuntimeException e) {
      throw wrong("cursor", "expected a cursor as this list gave it");
    }
  }

  static <E extends Enum<E>> @Nullable E oneOf(
      Class<E> kind, @Nullable String code, String parameter) {
    return code == null
        ? null
        : Codes.read(kind, code)
            .orElseThrow(() -> wrong(parameter, "expected one of " + Codes.choice(kind)));
  }

  static @Nullable Boolean yesOrNo(@Nullable String value, String parameter) {
    return switch (value) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(parameter, "expected true or false");
    };
  }

  static ProblemException wrong(String parameter, String expected) {
    return Problem.invalid(List.of(new Problem.FieldError("query:" + parameter, expected)))
        .asException();
  }
}
