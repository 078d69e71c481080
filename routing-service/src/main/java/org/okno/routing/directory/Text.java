package org.okno.routing.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.http.FreeText;

/** Values of entries as a document may hold them: blank is missing. */
final class Text {
  private Text() {}

  /** A code or id; blank where it is missing: {@link DocumentValidator} reports it. */
  static String code(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** A name, without invisible characters, on one line; blank where it is missing. */
  static String name(@Nullable String text) {
    return text == null ? "" : FreeText.cleanLine(text);
  }

  /** Text that may be missing, without invisible characters. */
  static @Nullable String optional(@Nullable String text) {
    String clean = text == null ? "" : FreeText.clean(text);
    return clean.isEmpty() ? null : clean;
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
