package org.okno.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. The address of the next one is in the header {@code Link} (RFC 8288) with
 * {@code rel="next"}; on the last page there is none.
 *
 * @param next the last item's place in the order, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Items a page where the caller names no number. */
  public static final int DEFAULT_LIMIT = 50;

  /** Most items a page. */
  public static final int MAX_LIMIT = 1000;

  /**
   * A page of at most {@code limit} out of rows that were read with one more, to know whether there
   * is a next page.
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> place) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, place.apply(items.getLast()));
  }

  /**
   * A limit within its bounds.
   *
   * @throws ProblemException 400 where it is not from 1 to {@value #MAX_LIMIT}
   */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > MAX_LIMIT) {
      throw Problem.invalid(
              List.of(new Problem.FieldError("query:limit", "expected 1 to " + MAX_LIMIT)))
          .asException();
    }
    return asked;
  }

  /**
   * A limit out of the query, as text: a parameter of type {@code Integer} that is no number would
   * be a 404.
   *
   * @throws ProblemException 400 where it is no number from 1 to {@value #MAX_LIMIT}
   */
  public static int limit(@Nullable String asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    try {
      return limit(Integer.valueOf(asked));
    } catch (NumberFormatException e) {
      return limit(Integer.valueOf(0));
    }
  }

  /**
   * The place a cursor stands for, or null for the first page.
   *
   * @throws ProblemException 400 where it is no cursor of ours
   */
  public static @Nullable String place(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
              List.of(
                  new Problem.FieldError(
                      "query:cursor", "expected a cursor as this service gave it")))
          .asException();
    }
  }

  /** The page as an answer: {@code {"items": […]}} and the header {@code Link}. */
  public Response asResponse(UriInfo uri) {
    Response.ResponseBuilder response = Response.ok(new Items<>(items));
    if (next != null) {
      String cursor =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(next.getBytes(StandardCharsets.UTF_8));
      String address =
          uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build().toString();
      response.header("Link", "<" + address + ">; rel=\"next\"");
    }
    return response.build();
  }

  /** The body of a list. */
  public record Items<T>(List<T> items) {}
}
