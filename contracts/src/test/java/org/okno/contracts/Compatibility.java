package org.okno.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a schema still means what its released one meant. Both directions count: what was written
 * before must be readable now, and what is written now must be readable by services that are not
 * deployed yet. So an optional property may be added, and nothing else.
 */
final class Compatibility {
  /** Keywords that say nothing about what data is valid, or are compared by following them. */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$ref",
          "title",
          "description",
          "examples",
          "properties",
          "required",
          "items");

  private final JsonNode released;
  private final JsonNode current;
  private final Set<String> visited = new HashSet<>();
  private final List<String> breaks = new ArrayList<>();

  private Compatibility(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /**
   * What breaks, each as {@code <pointer into the data> <what>}; empty where the schemas are
   * compatible. An item of an array is {@code *} in a pointer.
   */
  static List<String> breaks(JsonNode released, JsonNode current) {
    Compatibility comparison = new Compatibility(released, current);
    comparison.compare("", released, current);
    return List.copyOf(comparison.breaks);
  }

  private void compare(String at, JsonNode before, JsonNode after) {
    JsonNode was = resolved(released, before);
    JsonNode is = resolved(current, after);
    if (!visited.add(before.path("$ref").asText(at) + " " + after.path("$ref").asText(at))) {
      return; // the same pair of definitions, met before
    }
    compareKeywords(at, was, is);
    compareRequired(at, was, is);
    for (String name : names(was.path("properties"))) {
      JsonNode property = is.path("properties").path(name);
      if (property.isMissingNode()) {
        breaks.add(at + "/" + name + " is gone");
      } else {
        compare(at + "/" + name, was.path("properties").path(name), property);
      }
    }
    if (was.has("items") && is.has("items")) {
      compare(at + "/*", was.path("items"), is.path("items"));
    }
  }

  private void compareKeywords(String at, JsonNode was, JsonNode is) {
    Set<String> keywords = names(was);
    keywords.addAll(names(is));
    keywords.removeAll(NOT_COMPARED);
    for (String keyword : keywords) {
      if (!was.path(keyword).equals(is.path(keyword))) {
        breaks.add(
            "%s has another %s: was %s, is %s"
                .formatted(
                    at.isEmpty() ? "/" : at,
                    keyword,
                    shown(was.path(keyword)),
                    shown(is.path(keyword))));
      }
    }
  }

  private void compareRequired(String at, JsonNode was, JsonNode is) {
    Set<String> requiredBefore = texts(was.path("required"));
    Set<String> requiredNow = texts(is.path("required"));
    for (String name : requiredNow) {
      if (!requiredBefore.contains(name)) {
        breaks.add(at + "/" + name + " is required now, and older events lack it");
      }
    }
    for (String name : requiredBefore) {
      if (is.path("properties").has(name) && !requiredNow.contains(name)) {
        breaks.add(at + "/" + name + " is optional now, and older readers rely on it");
      }
    }
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
  }

  private static String shown(JsonNode keyword) {
    return keyword.isMissingNode() ? "none" : keyword.toString();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
