package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;

/**
 * The fields of one JSON object. A field that is not valid adds a validation error and is read as
 * null, so that reading continues. An explicit {@code null} is the same as no field.
 */
final class JsonFields {
  private final JsonNode object;
  private final String pointer;
  private final ValidationErrors errors;

  /** Adds an error for every field that is not known. */
  JsonFields(JsonNode object, String pointer, ValidationErrors errors, Set<String> known) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        errors.add(
            at(FieldError.part(name)),
            "unknown field; expected one of " + known.stream().sorted().toList());
      }
    }
  }

  String at(String name) {
    return pointer + "/" + name;
  }

  /** A text that must be there. */
  @Nullable String required(String name, int maxLength) {
    return present(name) == null ? missing(name) : optional(name, maxLength);
  }

  /** A text that may be missing; clean, not blank, at most so many characters. */
  @Nullable String optional(String name, int maxLength) {
    JsonNode node = present(name);
    return node == null ? null : Texts.free(node, at(name), maxLength, errors);
  }

  /** A person's name that must be there. */
  @Nullable String requiredName(String name, int maxLength) {
    JsonNode node = present(name);
    return node == null ? missing(name) : Texts.name(node, at(name), maxLength, errors);
  }

  /** An id of another system that may be missing. */
  @Nullable String optionalId(String name, int maxLength) {
    JsonNode node = present(name);
    return node == null ? null : Texts.id(node, at(name), maxLength, errors);
  }

  /** A code that must be there. */
  @Nullable String requiredCode(String name) {
    return present(name) == null ? missing(name) : optionalCode(name);
  }

  /** A code that may be missing. */
  @Nullable String optionalCode(String name) {
    JsonNode node = present(name);
    return node == null ? null : Texts.code(node, at(name), errors);
  }

  /** A truth value that must be there. */
  @Nullable Boolean requiredBoolean(String name) {
    JsonNode node = present(name);
    if (node == null) {
      return missing(name);
    }
    if (!node.isBoolean()) {
      errors.add(at(name), "expected true or false");
      return null;
    }
    return node.booleanValue();
  }

  /** A number that must be there, from {@code min} to {@code max}. */
  @Nullable Double requiredNumber(String name, double min, double max) {
    JsonNode node = present(name);
    if (node == null) {
      return missing(name);
    }
    if (!node.isNumber() || !(node.doubleValue() >= min && node.doubleValue() <= max)) {
      errors.add(at(name), "expected a number from %.0f to %.0f".formatted(min, max));
      return null;
    }
    return node.doubleValue();
  }

  /** An object that may be missing. */
  @Nullable JsonFields object(String name, Set<String> known) {
    JsonNode node = present(name);
    if (node == null) {
      return null;
    }
    if (!node.isObject()) {
      errors.add(at(name), "expected an object");
      return null;
    }
    return new JsonFields(node, at(name), errors, known);
  }

  /** An object that must be there. */
  @Nullable JsonFields requiredObject(String name, Set<String> known) {
    return present(name) == null ? missing(name) : object(name, known);
  }

  /**
   * The elements of an array that may be missing; {@code element} returns null for one that is not
   * valid.
   */
  <T> List<T> array(
      String name, int min, int max, BiFunction<JsonNode, String, @Nullable T> element) {
    JsonNode node = present(name);
    if (node == null) {
      if (min > 0) {
        missing(name);
      }
      return List.of();
    }
    if (!node.isArray() || node.size() < min || node.size() > max) {
      errors.add(at(name), "expected an array of " + min + " to " + max + " elements");
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      T one = element.apply(node.get(i), at(name) + "/" + i);
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  private @Nullable JsonNode present(String name) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private <T> @Nullable T missing(String name) {
    errors.add(at(name), "is missing");
    return null;
  }
}
