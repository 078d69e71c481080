package org.okno.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list: {@code {"items": […]}}. The address of the next page is in the header {@code
 * Link} (RFC 8288) with {@code rel="next"}; on the last page there is none.
 *
 * @param next behind the last item, or null on the last page
 */
public record Page<T>(
    @Schema(description = "The items of this page", required = true) List<T> items,
    @JsonIgnore @Schema(hidden = true) @Nullable Cursor next) {
  public Page {
    items = List.copyOf(items);
  }

  /** A list that is never so long that it needs pages. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * A page of rows that were read up to {@link Limit#rowsToRead}.
   *
   * @param cursor of the last item
   */
  public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit.value()) {
      return whole(rows);
    }
    List<T> items = rows.subList(0, limit.value());
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /** The same page with its items in another form. */
  public <S> Page<S> map(Function<T, S> form) {
    return new Page<>(items.stream().map(form).toList(), next);
  }
}
