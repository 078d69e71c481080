package org.okno.routing.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a document field by field and notes every wrong field. A field that is wrong
 * is read as a blank, so that the rest of the document can still be looked at.
 */
final class EntryReader {
  private static final int LONGEST_TEXT = 2_000;

  private final JsonNode entry;
  private final String pointer;
  private final List<WrongEntry> wrong;
  private final Set<String> asked = new HashSet<>();

  private EntryReader(JsonNode entry, String pointer, List<WrongEntry> wrong) {
    this.entry = entry;
    this.pointer = pointer;
    this.wrong = wrong;
  }

  /** Reads every entry of an array; the index in the result is the index in the array. */
  static <T> List<T> all(
      JsonNode document, String name, List<WrongEntry> wrong, Function<EntryReader, T> form) {
    JsonNode array = document.path(name);
    if (array.isMissingNode()) {
      return List.of();
    }
    if (!array.isArray()) {
      wrong.add(new WrongEntry("/" + name, "expected an array"));
      return List.of();
    }
    List<T> entries = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      EntryReader reader = new EntryReader(array.get(i), "/" + name + "/" + i, wrong);
      if (array.get(i).isObject()) {
        entries.add(form.apply(reader));
        reader.refuseOtherFields();
      } else {
        wrong.add(new WrongEntry(reader.pointer, "expected an object"));
        entries.add(form.apply(new EntryReader(array.get(i), reader.pointer, new ArrayList<>())));
      }
    }
    return entries;
  }

  /** A text that has to be there; blank where it is wrong. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      wrong(name, "expected a text that is not blank");
      return "";
    }
    return text;
  }

  /** A text out of a set. */
  String oneOf(String name, Set<String> expected) {
    String text = optionalText(name);
    if (text == null || !expected.contains(text)) {
      wrong(name, "expected one of " + String.join(", ", expected.stream().sorted().toList()));
      return "";
    }
    return text;
  }

  /** A text, or null where there is none. */
  @Nullable String optionalText(String name) {
    asked.add(name);
    JsonNode value = entry.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
      wrong(name, "expected a text of at most " + LONGEST_TEXT + " characters");
      return "";
    }
    String text = value.textValue().strip();
    if (text.indexOf('\0') >= 0) {
      wrong(name, "the character U+0000 cannot be stored");
      return "";
    }
    return text.isEmpty() ? null : text;
  }

  /** A number of hours from 1 to a year. */
  int hours(String name) {
    asked.add(name);
    JsonNode value = entry.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || !isHours(value.intValue())) {
      wrong(name, "expected a whole number of hours, 1 to 8760");
      return 1;
    }
    return value.intValue();
  }

  /** A list of codes; a missing one is empty. */
  List<String> codes(String name) {
    asked.add(name);
    JsonNode array = entry.path(name);
    if (array.isMissingNode() || array.isNull()) {
      return List.of();
    }
    if (!array.isArray()) {
      wrong(name, "expected an array of codes");
      return List.of();
    }
    List<String> codes = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      JsonNode code = array.get(i);
      if (!code.isTextual() || code.textValue().isBlank()) {
        wrong(name + "/" + i, "expected a code");
        codes.add("");
      } else {
        codes.add(code.textValue());
      }
    }
    return codes;
  }

  private void refuseOtherFields() {
    entry
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                wrong(name.replace("~", "~0").replace("/", "~1"), "there is no such field");
              }
            });
  }

  private static boolean isHours(int hours) {
    return hours >= 1 && hours <= 8760;
  }

  private void wrong(String name, String detail) {
    wrong.add(new WrongEntry(pointer + "/" + name, detail));
  }
}
