package org.okno.routing.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;

/**
 * Reads an object of an import document field by field and collects the validation errors. A field
 * that is not valid is read as blank, so that the rest of the document can still be checked.
 */
final class DocumentReader {
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_HOURS = 8_760;

  private final JsonNode object;
  private final String pointer;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  private DocumentReader(JsonNode object, String pointer, List<FieldError> errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
  }

  /**
   * Reads a document {@code {territories[], terms[], organizations[], services[]}}.
   *
   * @param errors gets each field that is not of the expected form
   * @return of use only for further validation where there were errors
   */
  static DirectoryDocument read(JsonNode json, List<FieldError> errors) {
    return read(
        json,
        "",
        errors,
        document ->
            new DirectoryDocument(
                document.entries("territories", DocumentReader::territory),
                document.entries("terms", DocumentReader::term),
                document.entries("organizations", DocumentReader::organization),
                document.entries("services", DocumentReader::service)));
  }

  private static <T> T read(
      JsonNode json, String pointer, List<FieldError> errors, Function<DocumentReader, T> form) {
    if (!json.isObject()) {
      errors.add(new FieldError(pointer, "expected an object"));
      return form.apply(new DocumentReader(MissingNode.getInstance(), pointer, new ArrayList<>()));
    }
    DocumentReader reader = new DocumentReader(json, pointer, errors);
    T value = form.apply(reader);
    json.fieldNames().forEachRemaining(reader::rejectUnknown);
    return value;
  }

  private static Territory territory(DocumentReader entry) {
    return new Territory(
        entry.text("code"),
        entry.text("name"),
        entry.oneOf("level", Territory.LEVELS),
        entry.optionalText("parent"),
        entry.text("zone"));
  }

  private static Term term(DocumentReader entry) {
    return new Term(
        entry.oneOf("axis", Term.AXES),
        entry.text("code"),
        entry.text("nameRu"),
        entry.text("nameEn"));
  }

  private static Organization organization(DocumentReader entry) {
    return new Organization(
        entry.text("id"),
        entry.text("name"),
        entry.optionalText("description"),
        entry.optionalText("website"));
  }

  private static Service service(DocumentReader entry) {
    return new Service(
        entry.text("id"),
        entry.text("organizationId"),
        entry.text("name"),
        entry.oneOf("status", Service.STATUSES),
        entry.hours("respondWithinHours"),
        entry.codes("needs"),
        entry.codes("serviceAreas"),
        entry.codes("targetGroups"));
  }

  private String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      error(name, "expected a text that is not blank");
      return "";
    }
    return text;
  }

  private String oneOf(String name, Set<String> expected) {
    String text = optionalText(name);
    if (text == null || !expected.contains(text)) {
      error(name, "expected one of " + String.join(", ", expected.stream().sorted().toList()));
      return "";
    }
    return text;
  }

  private @Nullable String optionalText(String name) {
    JsonNode value = field(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()
        || value.textValue().length() > MAX_TEXT
        || value.textValue().indexOf('\0') >= 0) {
      error(name, "expected a text of at most " + MAX_TEXT + " characters, without U+0000");
      return "";
    }
    String text = value.textValue().strip();
    return text.isEmpty() ? null : text;
  }

  private int hours(String name) {
    JsonNode value = field(name);
    int hours = value.isInt() ? value.intValue() : 0;
    if (hours < 1 || hours > MAX_HOURS) {
      error(name, "expected a whole number of hours, 1 to " + MAX_HOURS);
    }
    return hours;
  }

  private List<String> codes(String name) {
    JsonNode array = array(name);
    List<String> codes = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      codes.add(array.get(i).asText(""));
      if (!array.get(i).isTextual() || codes.get(i).isBlank()) {
        error(name + "/" + i, "expected a code");
        codes.set(i, "");
      }
    }
    return codes;
  }

  /** Each entry of an array; its index in the result is its index in the array. */
  private <T> List<T> entries(String name, Function<DocumentReader, T> form) {
    JsonNode array = array(name);
    List<T> entries = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      entries.add(read(array.get(i), pointer + "/" + name + "/" + i, errors, form));
    }
    return entries;
  }

  private JsonNode array(String name) {
    JsonNode array = field(name);
    if (!array.isMissingNode() && !array.isNull() && !array.isArray()) {
      error(name, "expected an array");
      return MissingNode.getInstance();
    }
    return array;
  }

  private JsonNode field(String name) {
    known.add(name);
    return object.path(name);
  }

  private void rejectUnknown(String name) {
    if (!known.contains(name)) {
      error(name.replace("~", "~0").replace("/", "~1"), "there is no such field");
    }
  }

  private void error(String name, String detail) {
    errors.add(new FieldError(pointer + "/" + name, detail));
  }
}
