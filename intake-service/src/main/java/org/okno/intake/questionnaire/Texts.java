package org.okno.intake.questionnaire;

import static java.text.Normalizer.Form.NFC;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.http.FreeText;

/** Texts of a questionnaire, each of a bounded length and free of what cannot be stored. */
final class Texts {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private Texts() {}

  /** A text as a person wrote it, without invisible characters. */
  static @Nullable String free(
      JsonNode node, String pointer, int maxLength, ValidationErrors errors) {
    return read(node, pointer, maxLength, errors, FreeText::clean);
  }

  /** A name: the same, on one line. */
  static @Nullable String name(
      JsonNode node, String pointer, int maxLength, ValidationErrors errors) {
    return read(node, pointer, maxLength, errors, FreeText::cleanLine);
  }

  /** An id that another system gave: as it is, in the one form (NFC) in which ids are compared. */
  static @Nullable String id(
      JsonNode node, String pointer, int maxLength, ValidationErrors errors) {
    String id =
        read(
            node,
            pointer,
            maxLength,
            errors,
            text -> FreeText.clean(text).isEmpty() ? "" : Normalizer.normalize(text.strip(), NFC));
    if (id != null && CONTROL.matcher(id).find()) {
      errors.add(pointer, "holds control characters");
      return null;
    }
    return id;
  }

  /** A code of the directory. */
  static @Nullable String code(JsonNode node, String pointer, ValidationErrors errors) {
    String code = read(node, pointer, Codes.MAX_LENGTH, errors, String::strip);
    if (code != null && !Codes.isCode(code)) {
      errors.add(pointer, Codes.GRAMMAR);
      return null;
    }
    return code;
  }

  private static @Nullable String read(
      JsonNode node,
      String pointer,
      int maxLength,
      ValidationErrors errors,
      UnaryOperator<String> form) {
    if (!node.isTextual()) {
      errors.add(pointer, "expected a text");
      return null;
    }
    String text = form.apply(node.textValue());
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
    return FreeText.isUnicode(text) ? null : "holds broken Unicode";
  }
}
