package org.okno.routing.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of entries as a document may hold them: without surrounding space; blank is missing. */
final class Text {
  private Text() {}

  /** Blank where it is missing: {@link DocumentValidator} reports it. */
  static String required(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static @Nullable String optional(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
