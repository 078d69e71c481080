package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Texts as people wrote them: trimmed, of a bounded length, and free of what cannot be stored. */
final class Texts {
  private Texts() {}

  static @Nullable String read(
      JsonNode node, String pointer, int maxLength, ValidationErrors errors) {
    if (!node.isTextual()) {
      errors.add(pointer, "expected a text");
      return null;
    }
    String text = node.textValue().strip();
    String error = error(text, maxLength);
    if (error != null) {
      errors.add(pointer, error);
      return null;
    }
    return text;
  }

  private static @Nullable String error(String text, int maxLength) {
    if (text.isEmpty()) {
      return "must not be blank";
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      return "is longer than " + maxLength + " characters";
    }
    return text.codePoints().allMatch(Texts::isStorable)
        ? null
        : "holds control characters or broken Unicode";
  }

  static String printable(String text) {
    return text.codePoints()
        .map(point -> isStorable(point) ? point : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A lone surrogate has no UTF-8 form, and PostgreSQL stores no NUL. */
  private static boolean isStorable(int point) {
    boolean control =
        Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !loneSurrogate;
  }
}
